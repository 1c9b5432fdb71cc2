import { env } from "@/lib/env";
import { verdictsQuerySchema } from "@/lib/exchange/exports/query";
import { exportRevisions } from "@/lib/exchange/exports/revisions";
import { decodeSince } from "@/lib/exchange/exports/since";
import { exportVerdicts } from "@/lib/exchange/exports/verdicts";
import { resolveFilter } from "@/lib/public/claims/where";
import { readQuery, route } from "@/lib/server/http/responses";

/** Streams all verdicts (or revisions) that match the filters as one JSON file. */
export const GET = route(async (request) => {
  const { since, revisions, ...filter } = readQuery(request, verdictsQuerySchema);
  const exportFile = revisions === "all" ? exportRevisions : exportVerdicts;
  const body = exportFile({
    filter: await resolveFilter(filter),
    since: since ? decodeSince(since) : undefined,
    origin: env().BASE_URL,
    now: new Date(),
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="verdicts.json"',
    },
  });
});
