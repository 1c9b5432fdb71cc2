import { env } from "@/lib/env";
import { verdictsQuerySchema } from "@/lib/exchange/exports/query";
import { exportRevisionLines } from "@/lib/exchange/exports/revisions";
import { decodeSince } from "@/lib/exchange/exports/since";
import { currentCursor, exportVerdictLines } from "@/lib/exchange/exports/verdicts";
import { resolveFilter } from "@/lib/public/claims/where";
import { readQuery, route } from "@/lib/server/http/answers";

/** Every published verdict that the filters match, or every revision of these claims, one a line; what to give as `since` stands in a header. */
export const GET = route(async (request) => {
  const { since, revisions, ...filter } = readQuery(request, verdictsQuerySchema);
  const after = since ? decodeSince(since) : undefined;
  const cursor = await currentCursor();
  const exported = revisions === "all" ? exportRevisionLines : exportVerdictLines;
  return new Response(
    exported({ filter: await resolveFilter(filter), since: after, origin: env().BASE_URL }),
    {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": 'attachment; filename="verdicts.ndjson"',
        "x-cursor": cursor,
      },
    },
  );
});
