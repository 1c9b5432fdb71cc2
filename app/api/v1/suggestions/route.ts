import { jsonRoute } from "@/lib/api/json-text";
import { suggestionsJson } from "@/lib/api/suggestions";

export const GET = jsonRoute(suggestionsJson);
