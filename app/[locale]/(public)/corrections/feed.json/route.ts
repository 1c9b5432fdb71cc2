import { feedUpdatedAt, jsonFeed } from "@/lib/exchange/feeds/feed";
import { localeIdSchema } from "@/lib/i18n/localized";
import { conditionalResponse } from "@/lib/server/http/conditional";
import { route } from "@/lib/server/http/responses";
import { buildCorrectionsFeed } from "../_parts/corrections-feed";

/** The newest corrections as a JSON Feed, in the language of the URL. */
export const GET = route<{ locale: string }>(async (request, { locale }) => {
  const feed = await buildCorrectionsFeed(localeIdSchema.parse(locale), "feed.json");
  return conditionalResponse(request, {
    body: jsonFeed(feed),
    contentType: "application/feed+json; charset=utf-8",
    lastModified: feedUpdatedAt(feed),
  });
});
