import { env } from "@/lib/env";
import { exportEntries } from "@/lib/record/transparency-log/entries";
import { entriesQuerySchema } from "@/lib/record/transparency-log/schema";
import { readQuery, route } from "@/lib/server/http/responses";

/** A range of the transparency log's entries, with all data that their leaf hashes are made of. */
export const GET = route(async (request) => {
  const body = exportEntries(readQuery(request, entriesQuerySchema), env().BASE_URL);
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8" } });
});
