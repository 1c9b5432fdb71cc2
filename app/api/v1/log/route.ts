import { z } from "zod";
import { getSignedHead } from "@/lib/record/transparency-log/queries";
import { readQuery, route } from "@/lib/server/http/responses";

/** The signed tree head of the transparency log. */
export const GET = route(async (request) => {
  readQuery(request, z.strictObject({}));
  return Response.json(await getSignedHead(new Date()), { headers: { "cache-control": "no-store" } });
});
