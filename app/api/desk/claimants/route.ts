import { z } from "zod";
import { authorize } from "@/lib/desk/auth/permissions";
import { offerClaimants } from "@/lib/desk/claims/named/queries";
import { requestContext } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/answers";

const querySchema = z.object({ q: z.string().max(300, "too_long") });

/** The claimants that the desk knows by a name like `q`, the closest, and how many there are, for its own forms; no part of the public API. */
export const GET = route(async (request) => {
  const context = await requestContext();
  authorize(context, "desk.read");
  const { candidates: claimants, total } = await offerClaimants(context, readQuery(request, querySchema).q);
  return Response.json({ claimants, total }, { headers: { "cache-control": "no-store" } });
});
