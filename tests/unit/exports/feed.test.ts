import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atomFeed, escapeHtml, type FeedDocument, isolated, jsonFeed, updatedOf } from "@/lib/exports/feed";
import { locales } from "@/lib/i18n/locales";
import { arbitraryText } from "../text/arbitrary-text";

const published = new Date("2025-06-12T09:00:00.000Z");
const feed = (text: string, locale: "en" | "ar" = "en"): FeedDocument => ({
  title: text,
  description: text,
  locale: locales[locale],
  home: "https://desk.example/corrections",
  self: "https://desk.example/corrections/feed.atom",
  entries: [
    {
      id: "urn:sha256:ab#en",
      title: `Correction: ${isolated(text)}`,
      link: "https://desk.example/claims/%D9%86/revisions/2?a=1&b=2",
      html: `<p>${escapeHtml(text)}</p>`,
      author: text,
      published,
    },
  ],
});

describe("a feed as Atom", () => {
  test("holds only characters that XML can hold, and ends no CDATA early, whatever the texts are", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const xml = atomFeed(feed(`${text}]]>\u0001&<`));
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
        const outside = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "");
        expect(outside).not.toContain("]]>");
        expect(outside.replace(/&(?:amp|lt|gt|quot|#\d+);/g, "")).not.toContain("&");
      }),
    );
  });

  test("says its language, its times and its own address", () => {
    const xml = atomFeed(feed("نص", "ar"));
    expect(xml).toContain('<feed xml:lang="ar" xmlns="http://www.w3.org/2005/Atom">');
    expect(xml.match(/<updated>2025-06-12T09:00:00.000Z<\/updated>/g)).toHaveLength(2);
    expect(xml).toContain('rel="self" href="https://desk.example/corrections/feed.atom"');
    expect(xml).toContain("<id>urn:sha256:ab#en</id>");
  });

  test("is the same text as long as nothing is new", () => {
    expect(atomFeed(feed("x"))).toBe(atomFeed(feed("x")));
    const empty = { ...feed("x"), entries: [] };
    expect(atomFeed(empty)).toBe(atomFeed(empty));
    expect(updatedOf(empty).getTime()).toBe(0);
  });
});

describe("a feed as JSON", () => {
  test("is version 1.1 with plain titles", () => {
    const json = JSON.parse(jsonFeed(feed("R&D <x>")));
    expect(json).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      language: "en",
      authors: [{ name: "Veritable" }],
      items: [
        {
          id: "urn:sha256:ab#en",
          title: "Correction: \u2068R&D <x>\u2069",
          content_html: "<p>R&amp;D &lt;x&gt;</p>",
          date_published: published.toISOString(),
          authors: [{ name: "R&D <x>" }],
        },
      ],
    });
  });
});

test("a text that leaves directions open does not turn round what stands beside it", () => {
  expect(isolated("a\u202Eb\u2067c\nd")).toBe("\u2068abc d\u2069");
  expect(isolated("كلمة\u200F")).toBe("\u2068كلمة\u200F\u2069");
});
