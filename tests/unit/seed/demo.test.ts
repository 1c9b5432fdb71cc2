import { describe, expect, test } from "vitest";
import { demoArticle } from "@/prisma/seed/article";
import { demoClaimants } from "@/prisma/seed/claimants";
import { demoClaims } from "@/prisma/seed/claims";
import { demoPeople } from "@/prisma/seed/people";
import { demoTopics } from "@/prisma/seed/topics";

// The rating of each claim as the facts have it.
const ratings: Record<string, string | null> = {
  "deepseek-model-cost-six-million-dollars": "needs_context",
  "gpt-4-cost-80-to-100-million": "disputed",
  "llama-3-needed-16000-h100": "verified",
  "latent-attention-cuts-memory-to-five-percent": "disputed",
  "reinforcement-learning-replaces-supervised-fine-tuning": "needs_context",
  "deepseek-open-source-not-open-weights": "false",
  "sberbank-plans-research-with-china": "verified",
  "sberbank-released-gigachat-in-2023": "verified",
  "vance-american-ai-gold-standard": "verified",
  "vance-regulation-could-kill-ai": "verified",
  "lou-qinjian-praised-open-source": "verified",
  "lou-qinjian-is-a-computer-scientist": null,
  "small-startups-can-compete": "unproven",
  "deepseek-shocked-markets-in-january": null,
  "russian-ai-capabilities-are-secret": null,
  "chinese-companies-lead-ai-race": null,
};

test("the demo has its sixteen claims with their ratings", () => {
  const current = demoClaims.map(({ slug, revisions }) => [slug, revisions.at(-1)?.rating ?? null]);
  expect(Object.fromEntries(current)).toEqual(ratings);
});

test("the translation follows the article paragraph by paragraph", () => {
  const count = (text: string) => text.split("\n\n").length;
  expect(count(demoArticle.translation.text)).toBe(count(demoArticle.text));
});

test("the article names the original, in both languages", () => {
  expect(demoArticle.text).toContain("crypto.news");
  expect(demoArticle.translation.text).toContain("crypto.news");
  for (const text of Object.values(demoArticle.disclosure)) expect(text).toContain("crypto.news");
});

test("at least one verdict was corrected with a public note", () => {
  const notes = demoClaims.flatMap(({ revisions }) => revisions.filter(({ kind }) => kind === "correction"));
  expect(notes.length).toBeGreaterThan(0);
  for (const { note } of notes)
    expect(note).toEqual({ en: expect.stringMatching(/./), ar: expect.stringMatching(/./) });
});

describe.each(demoClaims.map((claim) => [claim.slug, claim] as const))("%s", (_slug, claim) => {
  test("has words that stand once in the article", () => {
    expect(demoArticle.text.split(claim.quote)).toHaveLength(2);
  });

  test("names people, topics and a claimant that there are", () => {
    expect(demoClaimants.map(({ key }) => key)).toContain(claim.claimant);
    expect(demoTopics.map(({ key }) => key)).toEqual(expect.arrayContaining(claim.topics));
    const people = demoPeople.map(({ key }) => key);
    for (const { proposedBy, publishedBy } of claim.revisions) {
      expect(people).toEqual(expect.arrayContaining([proposedBy, publishedBy]));
      expect(proposedBy).not.toBe(publishedBy);
    }
  });
});
