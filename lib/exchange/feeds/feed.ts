import { Feed } from "feed";
import type { Locale } from "@/lib/i18n/locales";

/** An entry of a feed. `html` is safe HTML; `title` is plain text. */
export type FeedEntry = {
  /** A URI that never changes, whatever address the desk moves to: {@link tagUri}. */
  id: string;
  title: string;
  link: string;
  html: string;
  author: string;
  published: Date;
};

/** What a feed is: entries newest first, in one language; addresses are whole ones. */
export type FeedDocument = {
  /** A URI that never changes, as of an entry. */
  id: string;
  title: string;
  description: string;
  locale: Locale;
  /** The page that shows the same. */
  home: string;
  /** The feed's own address. */
  self: string;
  entries: FeedEntry[];
};

/** When the newest entry was published; 1970 for a feed without one, so that its text stays the same. */
export function updatedOf({ entries }: FeedDocument): Date {
  return entries[0]?.published ?? new Date(0);
}

/** The feed as Atom 1.0 (RFC 4287). */
export function atomFeed(document: FeedDocument): string {
  const feed = feedOf(document, escapeHtml);
  // The package leaves the language out.
  return feed.atom1().replace("<feed ", `<feed xml:lang="${document.locale.lang}" `);
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(document: FeedDocument): string {
  const { items, author: desk, ...head } = JSON.parse(feedOf(document, (title) => title).json1());
  return JSON.stringify(
    {
      ...head,
      // The package writes version 1, which knows neither languages nor several authors.
      version: "https://jsonfeed.org/version/1.1",
      language: document.locale.lang,
      authors: [desk],
      items: items.map(({ author, ...item }: { author: unknown }) => ({ ...item, authors: [author] })),
    },
    null,
    2,
  );
}

function feedOf(document: FeedDocument, inTitle: (text: string) => string): Feed {
  const { id: feedId, title, description, home, self, entries } = document;
  const feed = new Feed({
    id: feedId,
    title: xmlText(title),
    description: xmlText(description),
    link: home,
    feed: self,
    feedLinks: { json: self },
    updated: updatedOf(document),
    generator: "Veritable",
    author: { name: "Veritable" },
  });
  for (const { id, title: plain, link, html, author, published } of entries) {
    feed.addItem({
      id,
      title: inTitle(xmlText(plain)),
      link,
      content: xmlText(html),
      author: [{ name: xmlText(author) }],
      date: published,
      published,
    });
  }
  return feed;
}

/** Text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * A text in one line beside others: what it says about direction stays within it (U+2068 FSI to U+2069 PDI, UAX #9),
 * and embeddings and overrides that it leaves open are taken out.
 */
export function isolated(text: string): string {
  return `\u2068${text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim()}\u2069`;
}

/** Without the characters that XML 1.0 cannot hold even escaped (2.2, Char): controls, halves of pairs, U+FFFE. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
