import { claimJson } from "@/lib/api/claim";
import { jsonRoute } from "@/lib/api/json-text";

export const GET = jsonRoute(claimJson);
