import { suggest, suggestionQuerySchema } from "@/lib/public/suggest";
import { readQuery } from "@/lib/server/http/responses";
import type { RenderJson } from "./render-json";

/** Renders the suggestions of the search box for a partial input. */
export const suggestionsJson: RenderJson = async (request) => [
  JSON.stringify({ data: await suggest(readQuery(request, suggestionQuerySchema)) }),
];
