import { atomFeed, updatedOf } from "@/lib/exchange/feeds/feed";
import { localeIdSchema } from "@/lib/i18n/localized";
import { route } from "@/lib/server/http/answers";
import { conditionalAnswer } from "@/lib/server/http/conditional";
import { correctionsFeed } from "../_parts/corrections-feed";

/** The newest corrections as Atom, in the language of the address. */
export const GET = route<{ locale: string }>(async (request, { locale }) => {
  const feed = await correctionsFeed(localeIdSchema.parse(locale), "feed.atom");
  return conditionalAnswer(request, {
    body: atomFeed(feed),
    contentType: "application/atom+xml; charset=utf-8",
    lastModified: updatedOf(feed),
  });
});
