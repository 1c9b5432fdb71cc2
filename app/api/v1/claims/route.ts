import { claimsJson } from "@/lib/api/claims";
import { jsonRoute } from "@/lib/api/json-text";

export const GET = jsonRoute(claimsJson);
