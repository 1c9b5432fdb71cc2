import { jsonRoute } from "@/lib/server/api/render-json";
import { suggestionsJson } from "@/lib/server/api/suggestions";

/** Suggestions for the search box. */
export const GET = jsonRoute(suggestionsJson);
