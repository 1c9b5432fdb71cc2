import { claimsJson } from "@/lib/server/api/claims";
import { jsonRoute } from "@/lib/server/api/json-text";

export const GET = jsonRoute(claimsJson);
