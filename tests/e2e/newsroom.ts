import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { expect, inLanguage, type Language, signIn, signOut, words } from "./fixtures";

type Localized = Record<Language, string>;

/** An article to paste, and the words of it that become a claim. */
export type Pasted = { title: string; text: string; words: string };

const field = (template: string, language: Language) =>
  (template.match(language === "ar" ? /ar \{([^}]*)\}/ : /other \{([^}]*)\}/) ?? [])[1] ?? template;

/** What was sent is no draft any more: none is left in this browser, to come back as unsaved at the next sign-in. */
async function noDraftLeft(page: Page) {
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
}

/** The same desk in a browser of somebody's own. */
export async function elsewhere(browser: Browser, home: Page, role: "editor" | "publisher", path: string) {
  const baseURL = new URL(home.url()).origin;
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, role);
  await page.goto(path);
  return page;
}

/** Fills a field over what stands in it: again where React took the selection from it, as it does once on a new page. */
export async function fillOver(target: Locator, text: string) {
  await expect(async () => {
    await target.fill(text);
    await expect(target).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** Adds an article by pasting its text; ends on the article's page. */
export async function pasteArticle(page: Page, { title, text }: Pasted, language: Language) {
  const t = words[language];
  await page.goto(inLanguage(language, "/desk/articles/new"));
  const form = page.getByRole("form", { name: t.articleForm.newForm });
  await form.getByLabel(t.articleForm.title, { exact: true }).fill(title);
  await form.getByLabel(t.articleForm.publisher, { exact: true }).fill("crypto.news");
  await form.getByLabel(t.articleForm.text, { exact: true }).fill(text);
  const languages = form.getByLabel(t.articleForm.language, { exact: true });
  await languages.fill("ar");
  await form.getByRole("button", { name: t.articleForm.create }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await noDraftLeft(page);
}

/** Selects words in the article's text, as a drag of the mouse would. */
export async function selectWords(page: Page, wanted: string, language: Language) {
  const region = page.getByRole("region", { name: words[language].marking.text });
  await region.evaluate((element, text) => {
    const pieces: Array<{ node: Text; start: number }> = [];
    let whole = "";
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("[data-mark]")) continue;
      pieces.push({ node: node as Text, start: whole.length });
      whole += node.textContent ?? "";
    }
    const at = whole.indexOf(text);
    if (at < 0) throw new Error("the words are not on the page");
    const point = (offset: number) => {
      const piece = pieces.findLast(({ start }) => start <= offset);
      if (!piece) throw new Error("no piece");
      return [piece.node, offset - piece.start] as const;
    };
    const range = document.createRange();
    range.setStart(...point(at));
    range.setEnd(...point(at + text.length));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, wanted);
}

/** Fills in the claim of the selected words and saves it; ends on the claim's page at the desk. */
export async function fillClaim(page: Page, text: Localized, quote: string, language: Language) {
  const t = words[language].claimFields;
  await expect(page.getByLabel(t.quote)).toHaveValue(quote);
  await page.getByLabel(field(t.textIn, "en"), { exact: true }).fill(text.en);
  await page.getByLabel(field(t.textIn, "ar"), { exact: true }).fill(text.ar);
  await page.getByLabel(t.language, { exact: true }).fill("en");
  await page.getByLabel(field(t.claimantIn, "en"), { exact: true }).fill("DeepSeek");
  await page.getByRole("radio", { name: /^DeepSeek · ديب سيك/ }).check();
  await page.getByRole("button", { name: words[language].newClaim.submit }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(text[language]);
  await noDraftLeft(page);
}

/** Adds a piece of evidence and proposes "disputed". */
export async function proposeDisputed(page: Page, language: Language) {
  const t = words[language];
  const evidence = page.getByRole("form", { name: t.evidenceForm.add });
  await evidence.getByLabel(t.evidenceForm.url, { exact: true }).fill("https://arxiv.org/abs/2412.19437");
  await evidence.getByLabel(t.evidenceForm.title, { exact: true }).fill("DeepSeek-V3 Technical Report");
  await evidence.getByLabel(t.evidenceForm.publisher, { exact: true }).fill("arXiv");
  await evidence.getByLabel(t.evidenceForm.stance, { exact: true }).selectOption("refutes");
  await evidence.getByLabel(t.evidenceForm.language, { exact: true }).fill("en");
  await evidence.getByRole("button", { name: t.evidenceForm.add }).click();
  await expect(evidence.getByText(t.form.saved)).toBeVisible();
  const proposal = page.getByRole("form", { name: t.deskClaim.propose });
  await proposal.getByRole("radio", { name: new RegExp(t.status.disputed) }).check();
  await proposal
    .getByLabel(field(t.deskClaim.summaryIn, "en"))
    .fill("The figure leaves out most of the cost.");
  await proposal.getByLabel(field(t.deskClaim.summaryIn, "ar")).fill("يغفل الرقم معظم التكلفة.");
  await proposal.getByLabel(field(t.deskClaim.reasonsIn, "en")).fill("It counts the final run only.");
  await proposal.getByRole("button", { name: t.deskClaim.propose }).click();
  await expect(page.getByText(t.deskClaim.fourEyes)).toBeVisible();
}

/** Goes to the claim from the queue. */
export async function openClaim(page: Page, claim: Localized, language: Language) {
  await page.getByRole("main").getByRole("link", { name: claim[language] }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(claim[language]);
}

/** Signs in anew as somebody and goes to the claim. */
async function openAs(page: Page, role: "editor" | "publisher", claim: Localized, language: Language) {
  await signOut(page, language);
  await signIn(page, role, language);
  await openClaim(page, claim, language);
}

/** A publisher sends the claim's proposal back; its proposer reads why and proposes it again. */
export async function sendBackAndForth(page: Page, claim: Localized, language: Language) {
  const t = words[language].deskClaim;
  await openAs(page, "publisher", claim, language);
  const form = page.getByRole("form", { name: t.sendBack });
  await form.getByLabel(t.returnNote).fill("Which cost, of what?");
  await form.getByRole("button").click();
  await expect(page.getByRole("button", { name: t.publish })).toHaveCount(0);
  await openAs(page, "editor", claim, language);
  await expect(page.getByRole("region", { name: t.verdict, exact: true })).toContainText(
    "Which cost, of what?",
  );
  await page.getByRole("button", { name: t.propose }).click();
  await expect(page.getByText(t.fourEyes)).toBeVisible();
}

/** Proposes a correction or a retraction of what is published, with a public note. */
export async function proposeChange(
  page: Page,
  kind: "correction" | "retraction",
  note: string,
  language: Language,
) {
  const t = words[language];
  const form = page.getByRole("form", { name: t.deskClaim.propose });
  await form.getByRole("radio", { name: t.claim[kind] }).check();
  if (kind === "correction")
    await fillOver(
      form.getByLabel(field(t.deskClaim.summaryIn, "en")),
      "The figure leaves out all of the research.",
    );
  await form.getByLabel(field(t.deskClaim.noteIn, "en")).fill(note);
  await form.getByRole("button", { name: t.deskClaim.propose }).click();
  await expect(page.getByText(t.deskClaim.fourEyes)).toBeVisible();
  await noDraftLeft(page);
}

/** Somebody else publishes the claim's proposal. */
export async function publish(page: Page, claim: Localized, language: Language) {
  const t = words[language];
  await openAs(page, "publisher", claim, language);
  const button = page.getByRole("button", { name: t.deskClaim.publish });
  await button.click();
  await expect(page.getByText(t.log.verdict.publish).first()).toBeVisible();
  await expect(button).toHaveCount(0);
}

/** The verdict of the claim in the file that the table's button downloads. */
export async function exportedVerdict(page: Page, claim: Localized, language: Language) {
  const t = words[language];
  await page.goto(inLanguage(language, "/"));
  await page.getByRole("combobox", { name: t.table.search }).fill(claim[language]);
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText(t.status.disputed);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t.table.export }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(file.count).toBe(1);
  return file.verdicts[0];
}
