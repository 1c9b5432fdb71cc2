import { z } from "zod";
import { env } from "@/lib/env";
import { decodeSince } from "@/lib/exports/since";
import { currentCursor, exportVerdictLines } from "@/lib/exports/verdicts";
import { sought } from "@/lib/public/conditions";
import { claimFilterSchema } from "@/lib/public/filters";
import { readQuery, route } from "@/lib/web/answers";

const querySchema = claimFilterSchema.extend({ since: z.string().optional() }).strict();

/** Every published verdict that the filters match, one a line; what to give as `since` stands in a header. */
export const GET = route(async (request) => {
  const { since, ...filter } = readQuery(request, querySchema);
  const after = since ? decodeSince(since) : undefined;
  const cursor = await currentCursor();
  return new Response(
    exportVerdictLines({ filter: await sought(filter), since: after, origin: env().BASE_URL }),
    {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": 'attachment; filename="verdicts.ndjson"',
        "x-cursor": cursor,
      },
    },
  );
});
