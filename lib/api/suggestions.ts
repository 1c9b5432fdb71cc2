import { suggest, suggestionQuerySchema } from "@/lib/public/suggestions";
import { readQuery, route } from "@/lib/web/answers";

/** What the search box offers while somebody types. */
export const suggestionsAnswer = route(async (request) =>
  Response.json({ data: await suggest(readQuery(request, suggestionQuerySchema)) }),
);
