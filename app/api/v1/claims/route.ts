import { z } from "zod";
import { env } from "@/lib/env";
import { claimDocument } from "@/lib/exports/documents";
import { listFacets } from "@/lib/public/facets";
import { claimQuerySchema } from "@/lib/public/filters";
import { listClaims } from "@/lib/public/queries";
import { readQuery, route } from "@/lib/web/answers";

const querySchema = claimQuerySchema
  .extend({ facets: z.enum(["true", "false"], { error: "Give true or false." }).default("false") })
  .strict();

/** The public table. */
export const GET = route(async (request) => {
  const query = readQuery(request, querySchema);
  const [{ rows, total, next }, facets] = await Promise.all([
    listClaims(query),
    query.facets === "true" ? listFacets(query) : undefined,
  ]);
  return Response.json({
    data: rows.map((row) => claimDocument(row, env().BASE_URL)),
    page: { next, total },
    facets,
  });
});
