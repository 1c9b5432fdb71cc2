import { env } from "@/lib/env";
import { escapeHtml, type FeedDocument, type FeedEntry, isolated } from "@/lib/exchange/feeds/feed";
import { type FeedAuthority, getFeedAuthority, tagUri } from "@/lib/exchange/feeds/feed-id";
import { type LocaleId, locales } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type Correction, listCorrections } from "@/lib/public/corrections";
import { directionOfLanguage } from "@/lib/text/direction";
import { blankLineParagraphs } from "@/lib/text/paragraphs";

const NEWEST = 50;

/** The newest corrections and retractions as a feed in the reader's language. */
export async function correctionsFeed(
  locale: LocaleId,
  file: "feed.atom" | "feed.json",
): Promise<FeedDocument> {
  const [t, { rows }] = [translator(locale, "corrections"), await listCorrections({ limit: NEWEST })];
  const authority = await getFeedAuthority(env().BASE_URL, new Date());
  return {
    id: tagUri(authority, `corrections/${locale}`),
    title: t("feedTitle"),
    description: t("intro"),
    locale: locales[locale],
    home: address("/corrections", locale),
    self: address(`/corrections/${file}`, locale),
    entries: rows.map((row) => entryOf(row, locale, authority)),
  };
}

function address(href: string, locale: LocaleId): string {
  return `${env().BASE_URL}${localPath(href, locale)}`;
}

function entryOf(row: Correction, locale: LocaleId, authority: FeedAuthority): FeedEntry {
  const { slug, text, language, verdict } = row;
  const kinds = translator(locale, "claim");
  const claim = pick(text, locale, language)?.text ?? slug;
  return {
    // The same revision in another language is another entry.
    id: tagUri(authority, `revisions/${verdict.hash.replace(/^sha256:/, "")}/${locale}`),
    title: `${kinds(verdict.kind)}: ${isolated(claim)}`,
    link: address(`/claims/${encodeURIComponent(slug)}/revisions/${verdict.revision}`, locale),
    html: contentOf(row, locale),
    author: verdict.publishedBy,
    published: new Date(verdict.publishedAt),
  };
}

/** What changed and why, the rating before and after, and the way to the words that differ. */
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
  const href = address(
    `/claims/${encodeURIComponent(slug)}/compare?from=${since}&to=${verdict.revision}`,
    locale,
  );
  const link = `<a href="${escapeHtml(href)}">${escapeHtml(compare("linkSince", { number: since }))}</a>`;
  const note = pick(verdict.note, locale);
  const summary = pick(verdict.summary, locale);
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
