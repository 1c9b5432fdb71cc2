import { z } from "zod";
import { env } from "@/lib/env";
import { listFacets } from "@/lib/public/claims/facets";
import { claimQueryFields, withDefaultSort } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";
import { readQuery } from "@/lib/server/http/responses";
import type { RenderJson } from "./render-json";

const querySchema = claimQueryFields
  .extend({ facets: z.enum(["true", "false"], { error: "Give true or false." }).default("false") })
  .strict()
  .transform(withDefaultSort);

/** Renders a page of the public table. The stored records are JSON text, concatenated without parsing. */
export const claimsJson: RenderJson = async (request) => {
  const filter = await resolveFilter(readQuery(request, querySchema));
  const { rows, similar, total, exact, next, previous } = await listRecords(filter, env().BASE_URL);
  const facets = filter.facets === "true" ? await listFacets(filter, { total, exact }) : undefined;
  const rest = JSON.stringify({ page: { total, exact, next, previous }, facets });
  const similarPart = similar.length > 0 ? ['],"similar":[', ...withCommas(similar)] : [];
  return ['{"data":[', ...withCommas(rows), ...similarPart, `],${rest.slice(1)}`];
};

function withCommas(records: string[]): string[] {
  return records.map((record, n) => (n === 0 ? record : `,${record}`));
}
