import { getInclusion } from "@/lib/record/transparency-log/queries";
import { inclusionQuerySchema } from "@/lib/record/transparency-log/schema";
import { readQuery, route } from "@/lib/server/http/responses";

/** The proof that a verdict is included in the transparency log. */
export const GET = route(async (request) => {
  const { hash, size } = readQuery(request, inclusionQuerySchema);
  return Response.json(await getInclusion(hash, size));
});
