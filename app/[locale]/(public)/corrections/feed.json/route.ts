import { jsonFeed, updatedOf } from "@/lib/exports/feed";
import { localeIdSchema } from "@/lib/i18n/localized";
import { route } from "@/lib/web/answers";
import { conditionalAnswer } from "@/lib/web/conditional";
import { correctionsFeed } from "../_parts/corrections-feed";

/** The newest corrections as a JSON Feed, in the language of the address. */
export const GET = route<{ locale: string }>(async (request, { locale }) => {
  const feed = await correctionsFeed(localeIdSchema.parse(locale), "feed.json");
  return conditionalAnswer(request, {
    body: jsonFeed(feed),
    contentType: "application/feed+json; charset=utf-8",
    lastModified: updatedOf(feed),
  });
});
