import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atomFeed,
  escapeHtml,
  type FeedDocument,
  feedUpdatedAt,
  isolated,
  jsonFeed,
} from "@/lib/exchange/feeds/feed";
import { locales } from "@/lib/i18n/locales";
import { atomFaults, jsonFeedFaults } from "@/tests/factories/feed-check";
import { arbitraryText } from "../../text/arbitrary-text";

const published = new Date("2025-06-12T09:00:00.000Z");
const feed = (text: string, locale: "en" | "ar" = "en"): FeedDocument => ({
  id: `tag:desk.example,2025-06-12:corrections/${locale}`,
  title: text,
  description: text,
  locale: locales[locale],
  home: "https://desk.example/corrections",
  self: "https://desk.example/corrections/feed.atom",
  entries: [
    {
      id: "tag:desk.example,2025-06-12:revisions/ab/en",
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
    expect(xml).toContain("<id>tag:desk.example,2025-06-12:revisions/ab/en</id>");
  });

  test("is the same text as long as nothing is new", () => {
    expect(atomFeed(feed("x"))).toBe(atomFeed(feed("x")));
    const empty = { ...feed("x"), entries: [] };
    expect(atomFeed(empty)).toBe(atomFeed(empty));
    expect(feedUpdatedAt(empty).getTime()).toBe(0);
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
          id: "tag:desk.example,2025-06-12:revisions/ab/en",
          title: "Correction: \u2068R&D <x>\u2069",
          content_html: "<p>R&amp;D &lt;x&gt;</p>",
          date_published: published.toISOString(),
          authors: [{ name: "R&D <x>" }],
        },
      ],
    });
  });
});

describe.each(["en", "ar"] as const)("a feed in %s keeps the rules", (locale) => {
  test.each(["An entry", "نص & <b>", "]]>"])("of Atom and JSON Feed: %s", (text) => {
    expect(atomFaults(atomFeed(feed(text, locale)), locale)).toEqual([]);
    expect(jsonFeedFaults(jsonFeed(feed(text, locale)), locale)).toEqual([]);
  });

  test("without an entry", () => {
    const empty = { ...feed("x", locale), entries: [] };
    expect(atomFaults(atomFeed(empty), locale)).toEqual([]);
    expect(jsonFeedFaults(jsonFeed(empty), locale)).toEqual([]);
  });
});

describe("the check of feeds finds", () => {
  const [entry] = feed("x").entries;
  const rightFeed = atomFeed(feed("x"));
  const faulty = (change: Partial<FeedDocument>) => atomFaults(atomFeed({ ...feed("x"), ...change }), "en");
  const withId = (id: string) => faulty({ entries: entry ? [{ ...entry, id }] : [] });

  test.each([
    ["a name space that nobody registered", () => withId("urn:sha256:ab#en"), "urn"],
    [
      "an id that is no URI",
      () => atomFaults(rightFeed.replace(/<id>.*?<.id>/, "<id>ab</id>"), "en"),
      "no absolute IRI",
    ],
    ["a tag without a date", () => withId("tag:desk.example:x"), "tag"],
    ["one id twice", () => faulty({ entries: entry ? [entry, entry] : [] }), "twice"],
    ["a relative address", () => atomFaults(rightFeed.replaceAll("https://desk.example", ""), "en"), "href"],
    [
      "an author without a name",
      () => faulty({ entries: entry ? [{ ...entry, author: "" }] : [] }),
      "author",
    ],
    ["another language", () => atomFaults(atomFeed(feed("x")), "ar"), "lang"],
    [
      "a missing time",
      () => atomFaults(atomFeed(feed("x")).replace(/<updated>.*?<.updated>/, ""), "en"),
      "updated",
    ],
    [
      "a version of JSON Feed",
      () => jsonFeedFaults(jsonFeed(feed("x")).replace("version/1.1", "version/1"), "en"),
      "version",
    ],
    ["no items", () => jsonFeedFaults(jsonFeed(feed("x")).replace('"items"', '"entries"'), "en"), "items"],
  ])("%s", (_what, faults, said) => expect(faults().join()).toContain(said));
});

test("a text that leaves directions open does not turn round what stands beside it", () => {
  expect(isolated("a\u202Eb\u2067c\nd")).toBe("\u2068abc d\u2069");
  expect(isolated("كلمة\u200F")).toBe("\u2068كلمة\u200F\u2069");
});
