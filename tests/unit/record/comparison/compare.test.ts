import { describe, expect, test } from "vitest";
import type { PublicClaim } from "@/lib/public/projection/document";
import { type ComparedClaim, compareRevisions, hasDifferences } from "@/lib/record/comparison/compare";
import type { PublicEvidence } from "@/lib/record/revision";

const evidence = (id: string, fields: Partial<PublicEvidence> = {}): PublicEvidence => ({
  id,
  kind: "web",
  url: `https://example.org/${id}`,
  title: `Paper ${id}`,
  publisher: "arXiv",
  publishedOn: "2024-12",
  language: "en",
  stance: "supports",
  excerpt: null,
  note: { en: "It counts one run." },
  protection: {},
  archiveUrl: null,
  accessedOn: "2025-05-01",
  linkAnswers: null,
  ...fields,
});

function revision(fields: Partial<PublicClaim> = {}): PublicClaim {
  return {
    format: 2,
    id: "c",
    slug: "c",
    status: "disputed",
    claim: {
      text: { en: "It cost $6M.", ar: "كلّف $6M." },
      language: "en",
      claimant: { key: "deepseek", names: { en: "DeepSeek", ar: "ديب سيك" } },
      claimedOn: null,
      topics: [],
    },
    source: null,
    appearances: [],
    evidence: [evidence("a"), evidence("b")],
    verdict: {
      revision: 1,
      kind: "publication",
      rating: "disputed",
      summary: { en: "It leaves out most of the cost." },
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
    ...fields,
  };
}

const withVerdict = (fields: Partial<NonNullable<PublicClaim["verdict"]>>): PublicClaim => {
  const { verdict, ...rest } = revision();
  return { ...rest, verdict: verdict && { ...verdict, ...fields } };
};

describe("two revisions", () => {
  test("that say the same have nothing that differs", () => {
    const { evidence: items, appearances, order, ...fields } = compareRevisions(revision(), revision(), "en");
    expect(
      Object.values(fields)
        .flat()
        .filter(({ same }) => !same),
    ).toEqual([]);
    expect([...items, ...appearances].map(({ change }) => change)).toEqual(["same", "same"]);
    expect(order).toEqual({ evidence: [], appearances: [] });
  });

  test("differ by the words of a text, in every language that one of them has", () => {
    const newer = withVerdict({
      summary: { en: "It leaves out some of the cost.", ar: "يغفل بعض التكلفة." },
    });
    const { summary } = compareRevisions(revision(), newer, "en");
    expect(summary.map(({ language, same, before }) => [language, same, before !== null])).toEqual([
      ["en", false, true],
      ["ar", false, false],
    ]);
    expect(summary[0]?.words?.before.filter(({ kind }) => kind === "removed")).toEqual([
      { text: "most", kind: "removed" },
    ]);
  });

  test("name the claimant in the reader's language", () => {
    const { claim } = compareRevisions(revision(), revision(), "ar");
    expect(claim.find(({ name }) => name === "claimant")?.after).toBe("ديب سيك");
  });

  test("have a public note that only the newer one has", () => {
    const { note } = compareRevisions(revision(), withVerdict({ note: { en: "We had it wrong." } }), "en");
    expect(note).toMatchObject([{ before: null, after: "We had it wrong.", same: false }]);
  });
});

describe("evidence", () => {
  const changes = (before: PublicEvidence[], after: PublicEvidence[]) =>
    compareRevisions(revision({ evidence: before }), revision({ evidence: after }), "en").evidence;

  test("is added, removed, changed or the same", () => {
    const found = changes(
      [evidence("a"), evidence("b"), evidence("c")],
      [evidence("d"), evidence("a"), evidence("b", { stance: "refutes" })],
    );
    expect(found.map(({ title, change }) => [title.text, change])).toEqual([
      ["Paper d", "added"],
      ["Paper a", "same"],
      ["Paper b", "changed"],
      ["Paper c", "removed"],
    ]);
    expect(found[2]?.fields.filter(({ same }) => !same)).toMatchObject([
      { name: "stance", before: "supports", after: "refutes" },
    ]);
  });

  test("that was taken off and put on again is known by its address", () => {
    const again = evidence("z", { url: "https://example.org/a", title: "Paper a, revised" });
    expect(changes([evidence("a")], [again])).toMatchObject([{ change: "changed" }]);
  });

  test("of two pieces at one address is matched one to one", () => {
    const url = "https://example.org/same";
    const found = changes([evidence("a", { url })], [evidence("a", { url }), evidence("b", { url })]);
    expect(found.map(({ change }) => change)).toEqual(["same", "added"]);
  });
});

/** A claim of which everything is known. */
const whole = (): ComparedClaim => ({
  format: 2,
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
    disclosure: { en: "We know the author.", ar: "نعرف الكاتب." },
    title: "مقال",
    titleTranslations: { en: "Piece" },
    publisher: "Kryptos",
    author: "Salma",
    url: "https://example.org/s",
    archiveUrl: "https://archive.example/s",
    language: "ar",
    direction: "rtl",
    publishedOn: "2025-04-01",
    quote: { exact: "كلّف $6M", prefix: "إنه ", suffix: " فقط", start: 4, end: 12 },
  },
  appearances: [
    {
      article: "b",
      url: "https://example.org/b",
      title: "Une page",
      publisher: "Ailleurs",
      language: "fr",
      publishedOn: "2025-04-02",
      quote: { exact: "six millions", prefix: "de ", suffix: "!", start: 3, end: 15 },
      change: { en: "Here it is rubles.", ar: "هنا بالروبل." },
    },
  ],
  evidence: [
    evidence("a", {
      kind: "protected_source",
      excerpt: "Words",
      note: { en: "Note", ar: "ملاحظة" },
      protection: { en: "Fears", ar: "يخشى" },
      archiveUrl: "https://archive.example/a",
      linkAnswers: true,
    }),
    evidence("b"),
  ],
  verdict: {
    summary: { en: "Summary", ar: "خلاصة" },
    reasons: { en: "Reasons", ar: "أسباب" },
    note: { en: "Public note", ar: "ملاحظة علنية" },
  },
});

type Path = Array<string | number>;
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** The claim with another value at the path. */
function changedAt(path: Path): ComparedClaim {
  const copy = whole();
  const last = path.at(-1) ?? "";
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
  const was = parent[last];
  const others: Record<string, unknown> = {
    kind: path[0] === "source" ? "news" : "data",
    stance: "context",
    direction: "ltr",
    publishedOn: "2020",
    accessedOn: "2020-01-01",
    claimedOn: "2020",
    language: "tr",
  };
  parent[last] =
    typeof was === "number" ? was + 1 : typeof was === "boolean" ? !was : (others[last] ?? `${was}x`);
  return copy;
}

// An id is nothing that anybody sees; the format says how much a source tells.
const seen = leaves(whole()).filter((path) => path.at(-1) !== "id" && path[0] !== "format");

describe.each(["en", "ar"] as const)("to a reader of %s", (locale) => {
  test.each(seen.map((path) => [path.join("."), path] as const))("a change of %s shows", (_, path) => {
    expect(hasDifferences(compareRevisions(whole(), changedAt(path), locale))).toBe(true);
  });

  test("two claims that say the same show nothing", () => {
    expect(hasDifferences(compareRevisions(whole(), whole(), locale))).toBe(false);
  });

  test("another order of the evidence shows, as a whole", () => {
    const other = whole();
    other.evidence.reverse();
    const compared = compareRevisions(whole(), other, locale);
    expect(hasDifferences(compared)).toBe(true);
    expect(compared.order.evidence).toMatchObject([
      { before: "1. Paper a\n2. Paper b", after: "1. Paper b\n2. Paper a" },
    ]);
  });
});

test("a record of format 1 does not say what kind of article a source is: that is no difference", () => {
  const older = whole();
  const source = older.source && { ...older.source, version: null, kind: null, disclosure: {} };
  expect(hasDifferences(compareRevisions({ ...older, format: 1, source }, whole(), "en"))).toBe(false);
});
