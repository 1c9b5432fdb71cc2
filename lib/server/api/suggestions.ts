import { suggest, suggestionQuerySchema } from "@/lib/public/suggest";
import { readQuery } from "@/lib/server/http/answers";
import type { JsonText } from "./json-text";

/** What the search box offers while somebody types. */
export const suggestionsJson: JsonText = async (request) => [
  JSON.stringify({ data: await suggest(readQuery(request, suggestionQuerySchema)) }),
];
