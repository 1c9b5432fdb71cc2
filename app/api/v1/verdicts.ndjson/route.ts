import { env } from "@/lib/env";
import { verdictsQuerySchema } from "@/lib/exchange/exports/query";
import { exportRevisionLines } from "@/lib/exchange/exports/revisions";
import { decodeSince } from "@/lib/exchange/exports/since";
import { currentCursor, exportVerdictLines } from "@/lib/exchange/exports/verdicts";
import { resolveFilter } from "@/lib/public/claims/where";
import { readQuery, route } from "@/lib/server/http/responses";

/**
 * Streams all verdicts (or revisions) that match the filters as NDJSON; the header `x-cursor` is the next
 * `since`.
 */
export const GET = route(async (request) => {
  const { since, revisions, ...filter } = readQuery(request, verdictsQuerySchema);
  const after = since ? decodeSince(since) : undefined;
  const cursor = await currentCursor();
  const exportLines = revisions === "all" ? exportRevisionLines : exportVerdictLines;
  return new Response(
    exportLines({ filter: await resolveFilter(filter), since: after, origin: env().BASE_URL }),
    {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": 'attachment; filename="verdicts.ndjson"',
        "x-cursor": cursor,
      },
    },
  );
});
