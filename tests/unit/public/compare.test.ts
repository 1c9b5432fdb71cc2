import { describe, expect, test } from "vitest";
import { compareRevisions } from "@/lib/public/compare";
import type { PublicClaim, PublicEvidence } from "@/lib/public/schema";

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
    const { evidence: items, appearances, ...fields } = compareRevisions(revision(), revision(), "en");
    expect(
      Object.values(fields)
        .flat()
        .filter(({ same }) => !same),
    ).toEqual([]);
    expect([...items, ...appearances].map(({ change }) => change)).toEqual(["same", "same"]);
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
