import { describe, expect, test } from "vitest";
import { demoArticle } from "@/prisma/seed/article";
import { demoClaimants } from "@/prisma/seed/claimants";
import { demoClaims } from "@/prisma/seed/claims";
import { demoPeople } from "@/prisma/seed/people";
import { demoTopics } from "@/prisma/seed/topics";

// What the desk knows of each claim, in order: its rating, else the stage it waits in.
const states = [
  ["deepseek-model-cost-six-million-dollars", "needs_context"],
  ["gpt-4-cost-80-to-100-million", "disputed"],
  ["llama-3-needed-16000-h100", "verified"],
  ["latent-attention-cuts-memory-to-five-percent", "disputed"],
  ["reinforcement-learning-replaces-supervised-fine-tuning", "needs_context"],
  ["deepseek-open-source-not-open-weights", "false"],
  ["sberbank-plans-research-with-china", "verified"],
  ["sberbank-released-gigachat-in-2023", "verified"],
  ["vance-american-ai-gold-standard", "verified"],
  ["vance-regulation-could-kill-ai", "verified"],
  ["lou-qinjian-praised-open-source", "verified"],
  ["lou-qinjian-is-a-computer-scientist", "in_review"],
  ["small-startups-can-compete", "unproven"],
  ["deepseek-shocked-markets-in-january", "assigned"],
  ["russian-ai-capabilities-are-secret", "inbox"],
  ["chinese-companies-lead-ai-race", "inbox"],
];

const keys = (rows: { key: string }[]) => rows.map(({ key }) => key);
const hosts = (rows: { url: string }[]) => rows.map(({ url }) => new URL(url).host);
const claimOf = (slug: string) => demoClaims.find((claim) => claim.slug === slug);

/** Every string in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

/** Every `{ en, ar }` in a value, however deep. */
function pairsIn(value: unknown): { en: string; ar: string }[] {
  if (!value || typeof value !== "object") return [];
  if ("en" in value || "ar" in value) return [value as { en: string; ar: string }];
  return Object.values(value).flatMap(pairsIn);
}

test("the demo has its sixteen claims in order, with their ratings and stages", () => {
  const found = demoClaims.map(({ slug, stage, revisions }) => [slug, revisions.at(-1)?.rating ?? stage]);
  expect(found).toEqual(states);
  expect(new Set(found.map(([slug]) => slug)).size).toBe(16);
});

test("the translation follows the article paragraph by paragraph", () => {
  const count = (text: string) => text.split("\n\n").length;
  expect(count(demoArticle.translation.text)).toBe(count(demoArticle.text));
});

test("the article names the original, in both languages", () => {
  const texts = [demoArticle.text, demoArticle.translation.text, ...Object.values(demoArticle.disclosure)];
  for (const text of texts) {
    expect(text).toContain("crypto.news");
    expect(text).toContain("DeepSeek, China and Russia AI partnership");
  }
});

test("the article mixes scripts and digits as the original does", () => {
  for (const part of ["$6M", "GPT-4", "H800", "5%", "13%", "٢٠٢٣"]) expect(demoArticle.text).toContain(part);
});

test("every text is there in both languages, each in its own script", () => {
  const pairs = pairsIn([demoArticle, demoClaims, demoClaimants, demoTopics]);
  expect(pairs.length).toBeGreaterThan(2 * demoClaims.length);
  for (const { en, ar } of pairs) {
    expect(en).toMatch(/\p{Script=Latin}/u);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
  }
});

test("the texts are in NFC, without stray space or marks of direction", () => {
  for (const text of stringsIn([demoArticle, demoClaims, demoClaimants, demoTopics, demoPeople])) {
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toMatch(
      /^\s|\s$|\r|[ \t]\n|\n[ \t]| {2}|\n{3}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
    );
  }
});

test("the desk has two editors and a publisher", () => {
  expect(demoPeople.map(({ role }) => role).sort()).toEqual(["editor", "editor", "publisher"]);
});

test("corrections change what readers see, and say why in both languages", () => {
  const corrected = demoClaims.filter(({ revisions }) => revisions.some(({ kind }) => kind === "correction"));
  expect(corrected.length).toBeGreaterThan(0);
  for (const { revisions } of corrected) {
    for (const [index, revision] of revisions.entries()) {
      expect(revision.kind).toBe(index === 0 ? "publication" : "correction");
      if (index === 0) continue;
      expect(revision.note).toEqual({ en: expect.stringMatching(/./), ar: expect.stringMatching(/./) });
      expect(revision.summary).not.toEqual(revisions[index - 1]?.summary);
    }
  }
});

test("the memory claim went from needs context to disputed as the evidence grew", () => {
  const claim = claimOf("latent-attention-cuts-memory-to-five-percent");
  expect(claim?.revisions.map(({ rating }) => rating)).toEqual(["needs_context", "disputed"]);
  expect(claim?.revisions[0]?.evidenceCount).toBeLessThan(claim?.evidence.length ?? 0);
});

test.each([
  ["deepseek-model-cost-six-million-dollars", ["creazenews.com", "cryptonewsdesk.com"]],
  ["llama-3-needed-16000-h100", ["creazenews.com"]],
  ["latent-attention-cuts-memory-to-five-percent", ["creazenews.com"]],
  ["deepseek-open-source-not-open-weights", ["creazenews.com", "cryptonewsdesk.com"]],
])("%s is followed to where else it stands", (slug, places) => {
  expect(hosts(claimOf(slug)?.appearances ?? [])).toEqual(places);
});

describe.each(demoClaims.map((claim) => [claim.slug, claim] as const))("%s", (_slug, claim) => {
  test("has words that stand once in the article", () => {
    expect(demoArticle.text.split(claim.quote)).toHaveLength(2);
  });

  test("names people, topics and a claimant that there are", () => {
    expect(keys(demoClaimants)).toContain(claim.claimant);
    expect(claim.topics.length).toBeGreaterThan(0);
    expect(keys(demoTopics)).toEqual(expect.arrayContaining(claim.topics));
    if (claim.assignee) expect(keys(demoPeople)).toContain(claim.assignee);
  });

  test("is judged by two people, the second of them a publisher", () => {
    for (const { proposedBy, publishedBy } of claim.revisions) {
      expect(keys(demoPeople)).toContain(proposedBy);
      expect(demoPeople.find(({ key }) => key === publishedBy)?.role).toBe("publisher");
      expect(proposedBy).not.toBe(publishedBy);
    }
  });

  test("has a verdict if it is published, and evidence behind every rating but unproven", () => {
    expect(claim.revisions.length > 0).toBe(claim.stage === "published");
    for (const { rating, evidenceCount = claim.evidence.length } of claim.revisions) {
      expect(evidenceCount).toBeLessThanOrEqual(claim.evidence.length);
      if (rating !== "unproven") expect(evidenceCount).toBeGreaterThan(0);
    }
  });

  test("links over http or https, to each piece of evidence once", () => {
    for (const { url } of [demoArticle, ...claim.evidence, ...claim.appearances]) {
      expect(new URL(url).protocol).toMatch(/^https?:$/);
    }
    const addresses = claim.evidence.map(({ url }) => url);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test("happened in order: retrieved, looked at, proposed, published", () => {
    const times = claim.revisions.flatMap((revision, index) => {
      const from = index === 0 ? 0 : (claim.revisions[index - 1]?.evidenceCount ?? claim.evidence.length);
      const looked = claim.evidence.slice(from, revision.evidenceCount).map(({ accessedOn }) => accessedOn);
      return [...looked.sort(), revision.proposedAt, revision.publishedAt];
    });
    const all = [demoArticle.retrievedAt, ...times].map((time) => Date.parse(time));
    expect(all).not.toContain(Number.NaN);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
});
