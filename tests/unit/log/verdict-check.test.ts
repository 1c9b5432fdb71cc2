import { describe, expect, test } from "vitest";
import { hashOf } from "@/lib/audit/hash";
import { recordOf } from "@/lib/exports/record";
import { entryCheck } from "@/lib/log/entry-check";
import { named, publicationLeaf } from "@/lib/log/leaf";
import { isElement, verdictCheck } from "@/lib/log/verdict-check";

type Fields = { slug?: string; revision?: number; previousHash?: string | null; id?: string };

/** An element of an export, as far as a check knows it, with its right hash. */
function anElement({
  slug = "a-claim",
  id = `id of ${slug}`,
  revision = 1,
  previousHash = null,
}: Fields = {}) {
  const verdict = { rating: "disputed", summary: { ar: "الخلاصة" }, revision, hash: "", previousHash };
  const element = { id, slug, url: `https://desk.example/claims/${encodeURIComponent(slug)}`, verdict };
  verdict.hash = named(hashOf(recordOf(element)));
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
  const check = verdictCheck();
  for (const element of elements) check.add(element);
  return check.finish();
}

describe("a check of verdicts", () => {
  test("counts those that are right, in any order, also from another address", () => {
    expect(checked([])).toBe(0);
    expect(checked([...revisions(3).toReversed(), anElement({ slug: "ادعاء" })])).toBe(4);
    expect(checked([{ ...anElement(), url: "http://localhost:3000/claims/a-claim" }])).toBe(1);
  });

  const right = anElement();
  test.each([
    [
      "another word",
      { ...right, verdict: { ...right.verdict, summary: { ar: "الخلاصه" } } },
      /not what was published/,
    ],
    ["a key more", { ...right, note: "" }, /not what was published/],
    ["another slug", { ...right, slug: "b", url: "https://desk.example/claims/b" }, /not what was published/],
    ["another page's url", { ...right, url: "https://desk.example/claims/another" }, /does not end in/],
    ["a url that is none", { ...right, url: "javascript:alert(1)//claims/a-claim" }, /does not end in/],
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
    const found = named(hashOf(recordOf(changed)));
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
    return { index, leaf: named(leaf), record, documentHash };
  };
  const check = (entries: unknown[], sizes: number[] = []) => {
    const checking = entryCheck(verdictCheck(), sizes);
    for (const one of entries) checking.add(one);
    return checking;
  };

  test("answers the roots on the way", () => {
    const all = [entry(0), entry(1), entry(2)];
    const checking = check(all, [0, 2, 3, 4]);
    expect(checking.rootOf(2)).toEqual(check(all.slice(0, 2), [2]).rootOf(2));
    expect(checking.rootOf(3)).not.toEqual(checking.rootOf(2));
    expect(() => checking.rootOf(4)).toThrow("The head is of 4 publications; of these, the file holds 3.");
  });

  test("refuses an entry out of its place, and one that is not its leaf", () => {
    expect(() => check([entry(0), entry(2)])).toThrow("Entry 2: it stands where entry 1 belongs.");
    expect(() => check([{ ...entry(0), documentHash: `sha256:${"5b".repeat(32)}` }])).toThrow(
      "it is not its leaf",
    );
    expect(() => check([entry(0), { index: 1 }])).toThrow("What stands where entry 1 belongs is no entry.");
    expect(() => check([entry(5), entry(6)], [2]).rootOf(2)).toThrow("the file holds 0");
  });
});
