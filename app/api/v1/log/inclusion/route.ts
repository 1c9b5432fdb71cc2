import { getInclusion } from "@/lib/log/queries";
import { inclusionQuerySchema } from "@/lib/log/schema";
import { readQuery, route } from "@/lib/web/answers";

/** The proof that a verdict is in the log. */
export const GET = route(async (request) => {
  const { hash, size } = readQuery(request, inclusionQuerySchema);
  return Response.json(await getInclusion(hash, size));
});
