import { claimsJson } from "@/lib/server/api/claims";
import { jsonRoute } from "@/lib/server/api/render-json";

/** A page of the public claim table. */
export const GET = jsonRoute(claimsJson);
