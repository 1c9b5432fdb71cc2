import { z } from "zod";
import { env } from "@/lib/env";
import { decodeSince } from "@/lib/exports/since";
import { exportVerdicts } from "@/lib/exports/verdicts";
import { sought } from "@/lib/public/conditions";
import { claimFilterSchema } from "@/lib/public/filters";
import { readQuery, route } from "@/lib/web/answers";

const querySchema = claimFilterSchema.extend({ since: z.string().optional() }).strict();

/** Every published verdict that the filters match, streamed as one file. */
export const GET = route(async (request) => {
  const { since, ...filter } = readQuery(request, querySchema);
  const body = exportVerdicts({
    filter: await sought(filter),
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
