import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, inLanguage, type Language, passwordOf, signIn, signOut, test, words } from "./fixtures";
import { choose, press, tabTo, type } from "./keyboard";
import {
  exportedVerdict,
  fillClaim,
  openClaim,
  pasteArticle,
  proposeChange,
  proposeDisputed,
  publish,
  selectWords,
  sendBackAndForth,
} from "./newsroom";

// One word a language that no other claim has: the tests share one desk.
const sign: Record<Language, string> = { en: "juniper", ar: "mandrake" };

const text = `تقول الشركة إنها لم تنفق سوى $6M على 2,000 وحدة H800، وهذا كلّ شيء 😀.

وفي الفقرة الثانية كلام آخر عن الذاكرة التي انخفضت إلى 5%.`;

const claimOf = (language: Language) => ({
  en: `The model cost six million, says ${sign[language]}`,
  ar: `كلّف النموذج ستة ملايين، تقول ${sign[language]}`,
});

for (const language of ["en", "ar"] as Language[]) {
  test(`a claim goes from its words to the downloaded verdict, in ${language}`, async ({ page }) => {
    const pasted = { title: `كلفة النموذج ${sign[language]}`, text, words: "$6M على 2,000 وحدة H800" };
    const claim = claimOf(language);
    await signIn(page, "editor", language);
    await pasteArticle(page, pasted, language);
    await selectWords(page, pasted.words, language);
    await page.getByRole("button", { name: words[language].marking.make }).first().click();
    await fillClaim(page, claim, pasted.words, language);
    await proposeDisputed(page, language);
    await sendBackAndForth(page, claim, language);
    await publish(page, claim, language);
    await signOut(page, language);
    for (const reading of ["en", "ar"] as Language[]) {
      const verdict = await exportedVerdict(page, claim, reading);
      const start = [...text.slice(0, text.indexOf(pasted.words))].length;
      expect(verdict.source.quote).toMatchObject({
        exact: pasted.words,
        start,
        end: start + [...pasted.words].length,
      });
      expect(verdict).toMatchObject({
        status: "disputed",
        claim: { text: claim },
      });
      expect(verdict.evidence).toMatchObject([
        { url: "https://arxiv.org/abs/2412.19437", stance: "refutes" },
      ]);
    }
  });

  test(`its verdict is corrected, compared and retracted, in ${language}`, async ({ page }) => {
    const [t, claim] = [words[language], claimOf(language)];
    await signIn(page, "editor", language);
    await openClaim(page, claim, language);
    await proposeChange(page, "correction", "We had left out the research.", language);
    await publish(page, claim, language);
    await page.getByRole("link", { name: t.deskClaim.publicPage }).click();
    await expect(page.getByText("We had left out the research.").first()).toBeVisible();
    await page.getByRole("link", { name: t.compare.linkSince.replace("{number, number}", "1") }).click();
    await expect(page.locator("ins").filter({ hasText: "research" }).first()).toBeVisible();
    await expect(page.locator("del").filter({ hasText: "cost" }).first()).toBeVisible();

    await page.goto(inLanguage(language, "/desk"));
    await signOut(page, language);
    await signIn(page, "editor", language);
    await openClaim(page, claim, language);
    await proposeChange(page, "retraction", "The source has withdrawn the figure.", language);
    await publish(page, claim, language);
    await page.getByRole("link", { name: t.deskClaim.publicPage }).click();
    await expect(page.getByText("The source has withdrawn the figure.").first()).toBeVisible();
    await expect(page.getByRole("main").getByText(t.status.retracted).first()).toBeVisible();
    await page.goto(inLanguage(language, "/corrections"));
    const entries = page.getByRole("main").getByRole("listitem").filter({ hasText: claim[language] });
    await expect(entries.filter({ hasText: "The source has withdrawn the figure." })).toHaveCount(1);
    await expect(entries.filter({ hasText: "We had left out the research." })).toHaveCount(1);
  });
}

test("a claim is made and proposed by keyboard alone", async ({ page }) => {
  await signInByKeyboard(page, "editor");
  await press(page, page.getByRole("link", { name: words.en.deskNav.articles, exact: true }));
  await press(page, page.getByRole("main").getByRole("link", { name: /كلفة النموذج juniper/ }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("كلفة النموذج");
  await tabTo(page, page.getByRole("region", { name: words.en.marking.text }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.en.claimFields.quote)).toHaveValue(/وفي الفقرة الثانية.*5%/);
  await type(page, page.getByLabel("Claim in English", { exact: true }), "Memory fell to 5%, by keyboard.");
  await type(page, page.getByLabel(words.en.claimFields.language, { exact: true }), "en");
  await type(page, page.getByLabel("Claimant in English", { exact: true }), "The author");
  await press(page, page.getByRole("button", { name: words.en.newClaim.submit }));
  await expect(page.getByRole("radiogroup", { name: words.en.claimFields.claimant })).toBeFocused();
  await choose(page, page.getByRole("radio", { name: words.en.claimFields.another }));
  await press(page, page.getByRole("button", { name: words.en.newClaim.submit }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("by keyboard");
  await addEvidenceByKeyboard(page);
  await choose(page, page.getByRole("radio", { name: /Disputed/ }));
  await type(page, page.getByLabel("Summary in English"), "A forecast.");
  await type(page, page.getByLabel("Reasons in English"), "Nothing to decide it by.");
  await press(page, page.getByRole("button", { name: words.en.deskClaim.propose }));
  await expect(page.getByText(words.en.deskClaim.fourEyes)).toBeVisible();
  // The form is gone; the heading of its section has the focus.
  await expect(page.getByRole("heading", { name: words.en.deskClaim.verdict, exact: true })).toBeFocused();
});

test("a proposal is sent back with a note, and its proposer reads it", async ({ page }) => {
  await signIn(page, "publisher");
  await page
    .getByRole("main")
    .getByRole("link", { name: /by keyboard/ })
    .first()
    .click();
  const form = page.getByRole("form", { name: words.en.deskClaim.sendBack });
  await form.getByRole("button").click();
  await expect(form.getByText(words.en.fields.errors.required)).toBeVisible();
  await form.getByLabel(words.en.deskClaim.returnNote).fill("Is it really a forecast?");
  await form.getByRole("button").click();
  await expect(page.getByText(words.en.log.verdict.return, { exact: true })).toBeVisible();
  await signOut(page);
  await signIn(page, "editor");
  const waiting = page.getByRole("region", { name: words.en.queue.parts.waiting });
  await expect(waiting.getByText("Is it really a forecast?")).toBeVisible();
  await waiting.getByRole("link", { name: /by keyboard/ }).click();
  const verdict = page.getByRole("region", { name: words.en.deskClaim.verdict, exact: true });
  await expect(verdict.getByText("Is it really a forecast?")).toBeVisible();
  await expect(page.getByLabel("Summary in English")).toHaveValue("A forecast.");
});

test("it is proposed again, published, found and exported by keyboard alone", async ({ page }) => {
  await signInByKeyboard(page, "editor");
  await press(page, theClaimByKeyboard(page));
  await type(page, page.getByLabel("Summary in English"), "A measurement, not a forecast.");
  await press(page, page.getByRole("button", { name: words.en.deskClaim.propose }));
  await expect(page.getByText(words.en.deskClaim.fourEyes)).toBeVisible();
  await press(page, page.getByRole("button", { name: words.en.deskNav.signOut }));
  await expect(page.getByRole("button", { name: words.en.deskNav.signOut })).toHaveCount(0);

  await signInByKeyboard(page, "publisher");
  await press(page, theClaimByKeyboard(page));
  await press(page, page.getByRole("button", { name: words.en.deskClaim.publish }));
  await expect(page.getByText(words.en.log.verdict.publish)).toBeVisible();

  await page.goto("/");
  await type(page, page.getByRole("combobox", { name: words.en.table.search }), "by keyboard");
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  const download = page.waitForEvent("download");
  await press(page, page.getByRole("link", { name: words.en.table.export }));
  const file = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(file.verdicts[0].verdict.summary.en).toBe("A measurement, not a forecast.");
});

const theClaimByKeyboard = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("link", { name: /by keyboard/ })
    .first();

async function signInByKeyboard(page: Page, role: "editor" | "publisher") {
  const { email, password } = passwordOf(role);
  await page.goto("/sign-in");
  await type(page, page.getByLabel(words.en.signIn.email), email);
  await type(page, page.getByLabel(words.en.signIn.password), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: words.en.queue.title })).toBeVisible();
}

async function addEvidenceByKeyboard(page: Page) {
  const t = words.en.evidenceForm;
  const form = page.getByRole("form", { name: t.add });
  await type(page, form.getByLabel(t.url, { exact: true }), "https://arxiv.org/abs/2412.19437");
  await type(page, form.getByLabel(t.title, { exact: true }), "DeepSeek-V3 Technical Report");
  await type(page, form.getByLabel(t.publisher, { exact: true }), "arXiv");
  await tabTo(page, form.getByLabel(t.stance, { exact: true }));
  await page.keyboard.type("Ref");
  await tabTo(page, form.getByLabel(t.language, { exact: true }));
  await page.keyboard.type("English");
  await press(page, form.getByRole("button", { name: t.add }));
  await expect(form.getByText(words.en.form.saved)).toBeVisible();
}

test.describe("who is not signed in", () => {
  for (const path of ["/desk", "/desk/articles", "/desk/articles/new", "/desk/people", "/desk/account"]) {
    test(`${path} leads to the sign-in, and back`, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await expect(page.getByRole("heading", { name: words.en.signIn.title })).toBeVisible();
    });
  }

  test("is told when the password is wrong", async ({ page }) => {
    await page.goto(inLanguage("ar", "/sign-in"));
    await page.getByLabel(words.ar.signIn.email).fill("nobody@desk.example");
    await page.getByLabel(words.ar.signIn.password).fill("not the password");
    await page.getByRole("button", { name: words.ar.signIn.submit }).click();
    await expect(page.getByText(words.ar.errors.wrong_password)).toBeVisible();
  });
});
