import { jsonRoute } from "@/lib/server/api/json-text";
import { suggestionsJson } from "@/lib/server/api/suggestions";

export const GET = jsonRoute(suggestionsJson);
