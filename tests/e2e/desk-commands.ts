import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Sends a command of the desk as signed in on the page; answers what it answers. */
export async function command<Answer>(page: Page, name: string, input: object): Promise<Answer> {
  const response = await page.request.post(`/api/v1/desk/${name}`, { data: input });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()).data;
}

const text = "تقول الشركة إن النموذج كلّف $6M على 2,000 وحدة H800 فقط.";

/** An article of one sentence. */
export async function makeArticle(
  page: Page,
  title: string,
  { publisher = "crypto.news" } = {},
): Promise<{ id: string; slug: string }> {
  return command(page, "create-article", {
    kind: "news",
    title,
    language: "ar",
    publisher,
    text,
    disclosure: {},
  });
}

/** A claim of that sentence, in both languages. */
export async function makeClaim(
  page: Page,
  articleId: string,
  words: string,
): Promise<{ id: string; slug: string }> {
  return command(page, "create-claim", {
    articleId,
    language: "en",
    text: { en: words, ar: `ادعاء: ${words}` },
    claimant: { key: "deepseek" },
    quote: "$6M على 2,000 وحدة H800",
  });
}

/** A piece of evidence on the claim; answers its id. */
export async function makeEvidence(page: Page, claimId: string, title: string): Promise<string> {
  return command(page, "add-evidence", {
    claimId,
    title,
    url: "https://arxiv.org/abs/2412.19437",
    publisher: "arXiv",
    language: "en",
    stance: "refutes",
    accessedOn: "2025-05-01",
    note: { en: "Counts one run." },
  });
}
