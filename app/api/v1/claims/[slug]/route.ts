import { claimJson } from "@/lib/server/api/claim";
import { jsonRoute } from "@/lib/server/api/render-json";

/** A public claim. */
export const GET = jsonRoute(claimJson);
