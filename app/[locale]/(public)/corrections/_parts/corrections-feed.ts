import { env } from "@/lib/env";
import { escapeHtml, type FeedDocument, type FeedEntry, isolated } from "@/lib/exchange/feeds/feed";
import { type FeedAuthority, getFeedAuthority, tagUri } from "@/lib/exchange/feeds/feed-id";
import { type LocaleId, locales } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type Correction, listCorrections } from "@/lib/public/corrections";
import { directionOfLanguage } from "@/lib/text/direction";
import { blankLineParagraphs } from "@/lib/text/paragraphs";

const MAX_ENTRIES = 50;

/** Returns the newest corrections and retractions as a feed in the reader's language. */
export async function buildCorrectionsFeed(
  locale: LocaleId,
  file: "feed.atom" | "feed.json",
): Promise<FeedDocument> {
  const [t, { rows }] = [translator(locale, "corrections"), await listCorrections({ limit: MAX_ENTRIES })];
  const authority = await getFeedAuthority(env().BASE_URL, new Date());
  return {
    id: tagUri(authority, `corrections/${locale}`),
    title: t("feedTitle"),
    description: t("intro"),
    locale: locales[locale],
    home: absoluteUrl("/corrections", locale),
    self: absoluteUrl(`/corrections/${file}`, locale),
    entries: rows.map((row) => entryOf(row, locale, authority)),
  };
}

function absoluteUrl(href: string, locale: LocaleId): string {
  return `${env().BASE_URL}${localPath(href, locale)}`;
}

function entryOf(row: Correction, locale: LocaleId, authority: FeedAuthority): FeedEntry {
  const { slug, text, language, verdict } = row;
  const kinds = translator(locale, "claim");
  const claim = pickText(text, locale, language)?.text ?? slug;
  return {
    // Entries of the same revision in different languages have different ids.
    id: tagUri(authority, `revisions/${verdict.hash.replace(/^sha256:/, "")}/${locale}`),
    title: `${kinds(verdict.kind)}: ${isolated(claim)}`,
    link: absoluteUrl(`/claims/${encodeURIComponent(slug)}/revisions/${verdict.revision}`, locale),
    html: contentOf(row, locale),
    author: verdict.publishedBy,
    published: new Date(verdict.publishedAt),
  };
}

/** The entry's HTML: correction note, rating before and after, summary, and a link to the comparison. */
function contentOf(row: Correction, locale: LocaleId): string {
  const { slug, verdict, statusBefore, status } = row;
  const [t, names, compare] = [
    translator(locale, "corrections"),
    translator(locale, "status"),
    translator(locale, "compare"),
  ];
  const rating =
    statusBefore === status
      ? t("ratingStays", { rating: names(status) })
      : t("rating", { before: names(statusBefore), after: names(status) });
  const since = verdict.revision - 1;
  const href = absoluteUrl(
    `/claims/${encodeURIComponent(slug)}/compare?from=${since}&to=${verdict.revision}`,
    locale,
  );
  const link = `<a href="${escapeHtml(href)}">${escapeHtml(compare("linkSince", { number: since }))}</a>`;
  const note = pickText(verdict.note, locale);
  const summary = pickText(verdict.summary, locale);
  return [
    ...(note ? paragraphs(note.text, note.language) : []),
    `<p ${inLanguage(locale)}>${escapeHtml(rating)}</p>`,
    ...(summary ? paragraphs(summary.text, summary.language) : []),
    `<p ${inLanguage(locale)}>${link}</p>`,
  ].join("\n");
}

function paragraphs(text: string, language: string): string[] {
  return blankLineParagraphs(text).map((part) => `<p ${inLanguage(language)}>${escapeHtml(part)}</p>`);
}

const inLanguage = (language: string) => `lang="${language}" dir="${directionOfLanguage(language)}"`;
