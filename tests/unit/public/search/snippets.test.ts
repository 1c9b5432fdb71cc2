import { describe, expect, test } from "vitest";
import type { PublicClaim } from "@/lib/public/projection/document";
import { findHiddenMatch, listHiddenTexts } from "@/lib/public/search/snippets";
import { buildHighlightTerms } from "@/lib/text/search/highlight";
import { parseSearch } from "@/lib/text/search/parse";

const document: PublicClaim = {
  format: 2,
  id: "c",
  slug: "c",
  status: "disputed",
  claim: {
    text: { en: "It cost $6M.", ar: "بلغت التكلفة ستة ملايين." },
    language: "en",
    claimant: { key: "deepseek", names: { en: "DeepSeek", ar: "ديب سيك" } },
    claimedOn: null,
    topics: [{ key: "cost", names: { en: "Expenses", ar: "النفقات" } }],
  },
  source: {
    article: null,
    version: null,
    kind: null,
    disclosure: {},
    title: "الذكاء الاصطناعي",
    titleTranslations: {},
    publisher: "Kryptos",
    author: "Salma",
    url: "https://example.org",
    archiveUrl: null,
    language: "ar",
    direction: "rtl",
    publishedOn: null,
    quote: { exact: "لم تتجاوز كُلفتُه $6M", prefix: "", suffix: "", start: 0, end: 21 },
  },
  appearances: [
    {
      article: null,
      url: "https://example.org/b",
      title: "Une autre page",
      publisher: "Ailleurs",
      language: "fr",
      publishedOn: null,
      quote: null,
      change: { en: "Here it is rubles." },
    },
  ],
  evidence: [
    {
      id: "e",
      kind: "web",
      url: "https://example.org/e",
      title: "Technical report",
      publisher: "arXiv",
      publishedOn: null,
      language: "en",
      stance: "context",
      excerpt:
        "Note that the aforementioned costs include only the official training of the model, excluding all else.",
      note: { ar: "يبيّن أصحاب التقرير" },
      protection: { en: "Fears for her post." },
      archiveUrl: null,
      accessedOn: "2025-05-01",
      linkAnswers: null,
    },
  ],
  verdict: {
    revision: 1,
    kind: "publication",
    rating: "disputed",
    summary: { en: "It leaves out the rest." },
    reasons: { en: "One run only." },
    note: {},
    fourEyes: true,
    proposedBy: "Editor",
    publishedBy: "Publisher",
    publishedAt: "2025-05-01T00:00:00.000Z",
    hash: "h",
    previousHash: null,
  },
  revisions: [],
  updatedAt: "2025-05-01T00:00:00.000Z",
};

function elsewhere(typed: string, words: string[], locale: "en" | "ar" = "en") {
  const found = findHiddenMatch(
    listHiddenTexts(document, locale),
    buildHighlightTerms(parseSearch(typed), new Set(words)),
  );
  if (!found) return null;
  const marks = found.ranges.map(({ start, end }) => found.text.slice(start, end));
  return { ...found, ranges: undefined, marks };
}

describe("the first part of a claim that a row does not show and that was found", () => {
  test.each([
    ["its other language", "التكلفة", ["التكلفه"], "translation", "ar", ["التكلفة"]],
    ["the claimant's other name", "القائل:سيك", [], "claimant", "ar", ["سيك"]],
    ["a topic", "topic:expenses", [], "topic", "en", ["Expenses"]],
    ["the quote", "كلفته", ["كلفته"], "quote", "ar", ["كُلفتُه"]],
    ["the source's title", "الذكاء", ["الذكاء"], "source", "ar", ["الذكاء"]],
    ["its author", "salma", ["salma"], "source", "ar", ["Salma"]],
    ["the verdict", '"one run"', [], "verdict", "en", ["One run"]],
    ["the evidence", "report", ["report"], "evidence", "en", ["report"]],
    ["a note on it", "اصحاب", ["اصحاب"], "evidence", "ar", ["أصحاب"]],
    ["why a source is not named", "fears", ["fears"], "evidence", "en", ["Fears"]],
    ["another appearance", "page", ["page"], "appearance", "fr", ["page"]],
    ["how it reads there", "rubles", ["rubles"], "appearance", "en", ["rubles"]],
  ])("%s", (_, typed, words, place, language, marks) => {
    expect(elsewhere(typed, words)).toMatchObject({ place, language, marks });
  });

  test("is told in about twelve words, and where they are cut", () => {
    expect(elsewhere("training", ["training"])).toMatchObject({
      text: "include only the official training of the model, excluding all else.",
      cutBefore: true,
      cutAfter: false,
    });
    expect(elsewhere("costs", ["costs"])).toMatchObject({ cutBefore: false, cutAfter: true });
  });

  test("is none of what the row shows", () => {
    expect(elsewhere("cost", ["cost"])).toBeNull();
    expect(elsewhere("cost", ["cost"], "ar")).toMatchObject({ place: "translation", language: "en" });
  });

  test("is not found by words that are asked of another field", () => {
    expect(elsewhere("claimant:expenses", [])).toBeNull();
  });
});
