import { Feed } from "feed";
import type { Locale } from "@/lib/i18n/locales";

/** An entry of a feed. `html` is safe HTML; `title` is plain text. */
export type FeedEntry = {
  /** A permanent URI, which stays the same when the desk moves: a tag URI. */
  id: string;
  title: string;
  link: string;
  html: string;
  author: string;
  published: Date;
};

/** The content of a feed in one language: entries newest first, URLs absolute. */
export type FeedDocument = {
  /** A permanent URI, like that of an entry. */
  id: string;
  title: string;
  description: string;
  locale: Locale;
  /** The URL of the page with the same content. */
  home: string;
  /** The URL of the feed itself. */
  self: string;
  entries: FeedEntry[];
};

/** The time of the newest entry; 1970 for an empty feed, so that its text stays the same. */
export function feedUpdatedAt({ entries }: FeedDocument): Date {
  return entries[0]?.published ?? new Date(0);
}

/** Renders the feed as Atom 1.0 (RFC 4287). */
export function atomFeed(document: FeedDocument): string {
  const feed = buildFeed(document, escapeHtml);
  // The package omits the language.
  return feed.atom1().replace("<feed ", `<feed xml:lang="${document.locale.lang}" `);
}

/** Renders the feed as JSON Feed 1.1. */
export function jsonFeed(document: FeedDocument): string {
  const { items, author: desk, ...head } = JSON.parse(buildFeed(document, (title) => title).json1());
  return JSON.stringify(
    {
      ...head,
      // The package writes version 1, which has neither a language nor several authors.
      version: "https://jsonfeed.org/version/1.1",
      language: document.locale.lang,
      authors: [desk],
      items: items.map(({ author, ...item }: { author: unknown }) => ({ ...item, authors: [author] })),
    },
    null,
    2,
  );
}

function buildFeed(document: FeedDocument, encodeTitle: (text: string) => string): Feed {
  const { id: feedId, title, description, home, self, entries } = document;
  const feed = new Feed({
    id: feedId,
    title: xmlText(title),
    description: xmlText(description),
    link: home,
    feed: self,
    feedLinks: { json: self },
    updated: feedUpdatedAt(document),
    generator: "Veritable",
    author: { name: "Veritable" },
  });
  for (const { id, title: plain, link, html, author, published } of entries) {
    feed.addItem({
      id,
      title: encodeTitle(xmlText(plain)),
      link,
      content: xmlText(html),
      author: [{ name: xmlText(author) }],
      date: published,
      published,
    });
  }
  return feed;
}

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * Wraps a text in directional isolates (U+2068 FSI to U+2069 PDI, UAX #9), on one line and without its own embeddings,
 * overrides and isolates.
 */
export function isolated(text: string): string {
  return `\u2068${text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim()}\u2069`;
}

/** Removes the characters that XML 1.0 forbids even escaped (2.2, Char): controls, lone surrogates, U+FFFE and U+FFFF. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
