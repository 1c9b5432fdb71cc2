import { claimJson } from "@/lib/server/api/claim";
import { jsonRoute } from "@/lib/server/api/json-text";

export const GET = jsonRoute(claimJson);
