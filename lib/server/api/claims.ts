import { z } from "zod";
import { env } from "@/lib/env";
import { listFacets } from "@/lib/public/claims/facets";
import { claimQueryFields, withSort } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";
import { readQuery } from "@/lib/server/http/answers";
import type { JsonText } from "./json-text";

const querySchema = claimQueryFields
  .extend({ facets: z.enum(["true", "false"], { error: "Give true or false." }).default("false") })
  .strict()
  .transform(withSort);

/** The public table. The records are stored as text: they are put together, not parsed and written again. */
export const claimsJson: JsonText = async (request) => {
  const filter = await resolveFilter(readQuery(request, querySchema));
  const { rows, similar, total, exact, next, previous } = await listRecords(filter, env().BASE_URL);
  const facets = filter.facets === "true" ? await listFacets(filter, { total, exact }) : undefined;
  const rest = JSON.stringify({ page: { total, exact, next, previous }, facets });
  const others = similar.length > 0 ? ['],"similar":[', ...joined(similar)] : [];
  return ['{"data":[', ...joined(rows), ...others, `],${rest.slice(1)}`];
};

function joined(records: string[]): string[] {
  return records.map((record, n) => (n === 0 ? record : `,${record}`));
}
