import { describe, expect, test } from "vitest";
import { hashOf } from "@/lib/record/canonical-hash";
import { hashedRecord } from "@/lib/record/revision-hash";
import { formatHash, publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { createEntryCheck } from "@/lib/record/verify/entry-check";
import { createOriginCheck, createVerdictCheck, isElement } from "@/lib/record/verify/verdict-check";

type Fields = {
  slug?: string;
  revision?: number;
  previousHash?: string | null;
  id?: string;
  publishedAt?: string;
  format?: 1 | 2;
};

/** An element of an export with its right hash, in format 2 unless 1 is asked for. */
function anElement({
  slug = "a-claim",
  id = `id of ${slug}`,
  revision = 1,
  previousHash = null,
  publishedAt = "2025-05-01T10:00:00.000Z",
  format = 2,
}: Fields = {}) {
  const verdict = {
    rating: "disputed",
    ratingValue: 2,
    summary: { ar: "الخلاصة" },
    reasons: { ar: "الأسباب" },
    revision,
    publishedAt,
    proposedBy: "Rim",
    publishedBy: "Sami",
    correction: revision === 1 ? null : { kind: "correction", note: { en: "A new figure." } },
    hash: "",
    previousHash,
    ...(format === 2 && { fourEyes: true }),
  };
  const claim =
    format === 2
      ? { text: { ar: "ادعاء" }, language: "ar", claimant: null, claimedAt: null, topics: [] }
      : { text: "ادعاء", language: "ar", translations: {}, claimant: "Rim", claimedAt: null, topics: [] };
  const element = {
    ...(format === 2 && { format: "veritable.verdicts/2" }),
    id,
    slug,
    url: `https://desk.example/claims/${encodeURIComponent(slug)}`,
    status: "disputed",
    claim,
    source: null,
    appearances: [],
    verdict,
    evidence: [],
  };
  verdict.hash = formatHash(hashOf(hashedRecord(element)));
  return element;
}

/** The revisions 1 to `count` of one claim. */
function revisions(count: number) {
  const all = [anElement()];
  for (let revision = 2; revision <= count; revision++) {
    all.push(anElement({ revision, previousHash: all.at(-1)?.verdict.hash }));
  }
  return all;
}

function checked(elements: unknown[]): number {
  const check = createVerdictCheck();
  for (const element of elements) check.add(element);
  return check.finish();
}

describe("a check of verdicts", () => {
  test("counts those that are right, in any order, also from another address", () => {
    expect(checked([])).toBe(0);
    expect(checked([...revisions(3).toReversed(), anElement({ slug: "ادعاء" })])).toBe(4);
    expect(checked([{ ...anElement(), url: "http://localhost:3000/claims/a-claim" }])).toBe(1);
  });

  test("reads both formats, in one file too", () => {
    const old = anElement({ format: 1 });
    expect(checked([old, anElement({ revision: 2, previousHash: old.verdict.hash })])).toBe(2);
  });

  const [right, old] = [anElement(), anElement({ format: 1 })];
  test.each([
    [
      "another word",
      { ...right, verdict: { ...right.verdict, summary: { ar: "الخلاصه" } } },
      /not what was published/,
    ],
    ["a key more", { ...right, note: "" }, /place 1 is no verdict: Unrecognized key: "note"/],
    ["a key of format 2 in format 1", { ...old, verdict: { ...old.verdict, fourEyes: true } }, /"fourEyes"/],
    ["a format that there is not", { ...right, format: "veritable.verdicts/3" }, /no verdict: format/],
    [
      "a rating that there is not",
      { ...right, verdict: { ...right.verdict, rating: "true" } },
      /verdict.rating/,
    ],
    ["another slug", { ...right, slug: "b", url: "https://desk.example/claims/b" }, /not what was published/],
    [
      "another page's url",
      { ...right, url: "https://desk.example/claims/another" },
      /is not the origin of a desk and/,
    ],
    ["a url that is none", { ...right, url: "javascript:alert(1)//claims/a-claim" }, /url: Invalid URL/],
    ["a url below a page", { ...right, url: "https://desk.example/x/claims/a-claim" }, /is not the origin/],
    ["no verdict", { ...right, verdict: null }, /at place 1 is no verdict: verdict/],
    [
      "a first revision after another",
      anElement({ previousHash: right.verdict.hash }),
      /only a first revision/,
    ],
  ])("refuses %s", (_what, element, message) => {
    expect(() => checked([element])).toThrow(message);
  });

  test("names the revision, and both hashes", () => {
    const { verdict } = right;
    const changed = { ...right, verdict: { ...verdict, rating: "false" } };
    const found = formatHash(hashOf(hashedRecord(changed)));
    expect(() => checked([changed])).toThrow(`a-claim, revision 1`);
    expect(() => checked([changed])).toThrow(`Expected ${verdict.hash}, found ${found}.`);
  });

  test("refuses a revision twice, a claim under another's slug, a gap and a broken chain", () => {
    const [first, second, third] = revisions(3);
    expect(() => checked([first, second, second])).toThrow("revision 2: it stands in this file twice");
    expect(() => checked([first, anElement({ id: "another" })])).toThrow("same slug");
    expect(() => checked([first, third])).toThrow("revision 3: the revision before it is missing");
    const other = anElement({ revision: 2, previousHash: third?.verdict.hash });
    expect(() => checked([first, other])).toThrow("do not follow each other");
    expect(() => checked([other, first])).toThrow("do not follow each other");
    expect(checked([second, third])).toBe(2);
  });

  test("refuses a revision from before the one that it follows", () => {
    const first = anElement();
    const earlier = {
      revision: 2,
      previousHash: first.verdict.hash,
      publishedAt: "2025-04-28T10:00:00.000Z",
    };
    for (const elements of [
      [first, anElement(earlier)],
      [anElement(earlier), first],
    ]) {
      expect(() => checked(elements)).toThrow("revision 2 was published at 2025-04-28T10:00:00.000Z, before");
    }
  });

  test("names a text with half of a surrogate pair, which has no hash", () => {
    const [element] = [anElement()];
    const half = { ...element, verdict: { ...element.verdict, summary: { ar: "\ud83d" } } };
    expect(() => createVerdictCheck().add(half)).toThrow(
      "a-claim, revision 1: it has no hash. A text contains half",
    );
  });

  test("takes one address of a desk, which may be named", () => {
    const other = { ...anElement({ slug: "b" }), url: "https://evil.example/claims/b" };
    expect(() => checked([right, other])).toThrow(
      "b, revision 1: its url https://evil.example/claims/b is at another",
    );
    const formatHash = createOriginCheck("https://desk.example");
    expect(() => createVerdictCheck(formatHash).add(other)).toThrow("the desk is at https://desk.example");
  });

  test("takes a claim of the API, which has its revisions in it, for no element", () => {
    expect(isElement(right)).toBe(true);
    expect(isElement({ ...right, revisions: [] })).toBe(false);
  });
});

describe("a check of the log's entries", () => {
  const documentHash = `sha256:${"5a".repeat(32)}`;
  const entry = (index: number, record = anElement({ slug: `claim-${index}` })) => {
    const [hash, whole] = [record.verdict.hash, documentHash].map((text) => text.slice(7)) as [
      string,
      string,
    ];
    const leaf = publicationLeaf({
      claim: record.id,
      revision: record.verdict.revision,
      hash,
      documentHash: whole,
    });
    return { index, leaf: formatHash(leaf), record, documentHash };
  };
  const check = (entries: unknown[], sizes: number[] = []) => {
    const checking = createEntryCheck(createVerdictCheck(), sizes);
    for (const one of entries) checking.add(one);
    return checking;
  };

  test("answers the roots on the way", () => {
    const all = [entry(0), entry(1), entry(2)];
    const checking = check(all, [0, 2, 3, 4]);
    expect(checking.rootOf(2)).toEqual(check(all.slice(0, 2), [2]).rootOf(2));
    expect(checking.rootOf(3)).not.toEqual(checking.rootOf(2));
    expect(() => checking.rootOf(4)).toThrow("The head is of 4 publications; of these, the entries hold 3.");
  });

  test("refuses one that was published before the entry before it", () => {
    const earlier = anElement({ slug: "b", publishedAt: "2025-04-28T10:00:00.000Z" });
    expect(() => check([entry(0), entry(1, earlier)])).toThrow("b, revision 1: entry 1 was published at");
    expect(check([entry(0, earlier), entry(1)], [2]).lastAtOf(2)).toBe("2025-05-01T10:00:00.000Z");
  });

  test("refuses an entry out of its place, and one that is not its leaf", () => {
    expect(() => check([entry(0), entry(2)])).toThrow("Entry 2: it stands where entry 1 belongs.");
    expect(() => check([{ ...entry(0), documentHash: `sha256:${"5b".repeat(32)}` }])).toThrow(
      "it is not its leaf",
    );
    expect(() => check([entry(0), { index: 1 }])).toThrow("What stands where entry 1 belongs is no entry.");
    expect(() => check([entry(5), entry(6)], [2]).rootOf(2)).toThrow("the entries hold 0");
    expect(() => check([{ ...entry(0), more: 1 }])).toThrow('no entry of a log says "more"');
  });
});
