import { z } from "zod";
import { getSignedHead } from "@/lib/record/transparency-log/queries";
import { readQuery, route } from "@/lib/server/http/answers";

/** The signed head of the log of publications. */
export const GET = route(async (request) => {
  readQuery(request, z.strictObject({}));
  return Response.json(await getSignedHead(new Date()), { headers: { "cache-control": "no-store" } });
});
