import { describe, expect, test } from "vitest";
import type { RevisionDocument } from "@/lib/record/revision";
import { recordHash } from "@/lib/record/revision-hash";

/** A revision that says something in every field that a verdict page has. */
const document: RevisionDocument = {
  format: 2,
  id: "c",
  slug: "c",
  claim: {
    text: { en: "It cost $6M.", ar: "كلّف $6M." },
    language: "en",
    claimant: { key: "deepseek", names: { en: "DeepSeek", ar: "ديب سيك" } },
    claimedOn: "2025-04",
    topics: [{ key: "cost", names: { en: "Cost", ar: "الكلفة" } }],
  },
  source: {
    article: "a",
    version: 1,
    kind: "opinion",
    disclosure: { en: "Paid for.", ar: "مدفوع." },
    title: "مقال",
    titleTranslations: { en: "An article" },
    publisher: "crypto.news",
    author: "Salma",
    url: "https://example.org/a",
    archiveUrl: "https://archive.example/a",
    language: "ar",
    direction: "rtl",
    publishedOn: "2025-04-12",
    quote: { exact: "$6M", prefix: "كلّف ", suffix: " فقط", start: 5, end: 8 },
  },
  appearances: [
    {
      article: null,
      url: "https://example.org/b",
      title: "Elsewhere",
      publisher: "Other",
      language: "fr",
      publishedOn: "2025",
      quote: { exact: "six", prefix: "", suffix: "", start: 0, end: 3 },
      change: { en: "Here it is rubles.", ar: "هنا بالروبل." },
    },
  ],
  evidence: [
    {
      id: "e",
      kind: "protected_source",
      url: "https://example.org/e",
      title: "An official",
      publisher: "The ministry",
      publishedOn: "2024-12",
      language: "en",
      stance: "refutes",
      excerpt: "One run.",
      note: { en: "Counts one run.", ar: "يحسب تشغيلة واحدة." },
      protection: { en: "Fears for their post.", ar: "يخشى على منصبه." },
      archiveUrl: "https://archive.example/e",
      accessedOn: "2025-05-01",
      linkAnswers: true,
    },
  ],
  verdict: {
    revision: 2,
    kind: "correction",
    rating: "disputed",
    summary: { en: "Most is left out.", ar: "أُغفل معظمها." },
    reasons: { en: "One run.", ar: "تشغيلة واحدة." },
    note: { en: "We had the wrong figure.", ar: "كان الرقم خطأ." },
    proposedBy: "Editor",
    publishedBy: "Publisher",
    fourEyes: true,
    publishedAt: "2025-05-01T00:00:00.000Z",
    previousHash: "ab".repeat(32),
  },
};

/** The paths of all values: `claim.text.ar`, `evidence.0.stance`. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
}

/** The document with another value in one place. */
function changedAt(value: unknown, [key = "", ...rest]: string[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = copy[key];
  const other = () =>
    typeof inner === "number" ? inner + 1 : typeof inner === "boolean" ? !inner : `${inner}x`;
  copy[key] = rest.length > 0 ? changedAt(inner, rest) : other();
  return copy;
}

// The direction follows from the language.
const derived = ["source.direction"];

describe("the hash of a record in format 2", () => {
  const paths = pathsOf(document).filter((path) => path.join(".") !== "format");

  test.each(paths.map((path) => path.join(".")))("covers %s", (path) => {
    const other = changedAt(document, path.split(".")) as RevisionDocument;
    const isSame = recordHash(other) === recordHash(document);
    expect(isSame).toBe(derived.includes(path));
  });

  test("covers whether anybody is named", () => {
    const unknown = { ...document, claim: { ...document.claim, claimant: null } };
    expect(recordHash(unknown)).not.toBe(recordHash(document));
  });
});
