import { getConsistency } from "@/lib/record/transparency-log/queries";
import { consistencyQuerySchema } from "@/lib/record/transparency-log/schema";
import { readQuery, route } from "@/lib/server/http/responses";

/** The consistency proof between two tree sizes of the transparency log. */
export const GET = route(async (request) => {
  const { first, second } = readQuery(request, consistencyQuerySchema);
  return Response.json(await getConsistency(first, second));
});
