import { z } from "zod";
import { authorize } from "@/lib/desk/auth/permissions";
import { suggestClaimants } from "@/lib/desk/claims/named-entities/queries";
import { requestContext } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/responses";

const querySchema = z.object({ q: z.string().max(300, "too_long") });

/**
 * Claimants with a name similar to `q`, and their total, for the desk's forms. Not part of the public API.
 */
export const GET = route(async (request) => {
  const context = await requestContext();
  authorize(context, "desk.read");
  const { candidates: claimants, total } = await suggestClaimants(context, readQuery(request, querySchema).q);
  return Response.json({ claimants, total }, { headers: { "cache-control": "no-store" } });
});
