import { getConsistency } from "@/lib/record/transparency-log/queries";
import { consistencyQuerySchema } from "@/lib/record/transparency-log/schema";
import { readQuery, route } from "@/lib/server/http/answers";

/** The proof that nothing in the log's older tree was changed. */
export const GET = route(async (request) => {
  const { first, second } = readQuery(request, consistencyQuerySchema);
  return Response.json(await getConsistency(first, second));
});
