import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { exportedVerdict, fillClaim, pasteArticle, proposeDisputed, publish, selectWords } from "./newsroom";

// One word a language that no other claim has: the tests share one desk.
const sign: Record<Language, string> = { en: "juniper", ar: "mandrake" };

const text = `تقول الشركة إنها لم تنفق سوى $6M على 2,000 وحدة H800، وهذا كلّ شيء 😀.

وفي الفقرة الثانية كلام آخر عن الذاكرة التي انخفضت إلى 5%.`;

for (const language of ["en", "ar"] as Language[]) {
  test(`a claim goes from its words to the downloaded verdict, in ${language}`, async ({ page }) => {
    const pasted = { title: `كلفة النموذج ${sign[language]}`, text, words: "$6M على 2,000 وحدة H800" };
    const claim = {
      en: `The model cost six million, says ${sign[language]}`,
      ar: `كلّف النموذج ستة ملايين، تقول ${sign[language]}`,
    };
    await signIn(page, "editor", language);
    await pasteArticle(page, pasted, language);
    await selectWords(page, pasted.words, language);
    await page.getByRole("button", { name: words[language].marking.make }).first().click();
    await fillClaim(page, claim, pasted.words, language);
    await proposeDisputed(page, language);
    await publish(page, claim[language], language);
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
        claim: { text: claim.en, translations: { ar: claim.ar } },
      });
      expect(verdict.evidence).toMatchObject([
        { url: "https://arxiv.org/abs/2412.19437", stance: "refutes" },
      ]);
    }
  });
}

test("a claim is made and proposed by keyboard alone", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/articles");
  await page
    .getByRole("main")
    .getByRole("link", { name: /كلفة النموذج juniper/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("كلفة النموذج");
  const region = page.getByRole("region", { name: words.en.marking.text });
  for (let n = 0; n < 30 && !(await region.evaluate((element) => element === document.activeElement)); n++) {
    await page.keyboard.press("Tab");
  }
  await expect(region).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.en.claimFields.quote)).toHaveValue(/وفي الفقرة الثانية.*5%/);
  await page.getByLabel("Claim in English", { exact: true }).focus();
  await page.keyboard.type("Memory fell to 5%, by keyboard.");
  await page.getByRole("radio", { name: words.en.claimFields.languages.en, exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Claimant in English", { exact: true }).focus();
  await page.keyboard.type("The author");
  await page.getByRole("button", { name: words.en.newClaim.submit }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("by keyboard");
  await page.getByRole("radio", { name: /Unproven/ }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Summary in English").focus();
  await page.keyboard.type("A forecast.");
  await page.getByLabel("Reasons in English").focus();
  await page.keyboard.type("Nothing to decide it by.");
  await page.getByRole("button", { name: words.en.deskClaim.propose }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(words.en.deskClaim.fourEyes)).toBeVisible();
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
  await page
    .getByRole("main")
    .getByRole("link", { name: /by keyboard/ })
    .first()
    .click();
  await expect(page.getByText("Is it really a forecast?")).toBeVisible();
  await expect(page.getByLabel("Summary in English")).toHaveValue("A forecast.");
});

test("what is typed survives a reload, and somebody else's save is not overwritten", async ({
  page,
  browser,
}) => {
  await signIn(page, "editor");
  const path = "/desk/claims/chinese-companies-lead-ai-race";
  await page.goto(path);
  const claim = page.getByLabel("Claim in English", { exact: true });
  await claim.fill("Mine, not saved yet.");
  await page.reload();
  await expect(page.getByText(words.en.form.restored)).toBeVisible();
  await expect(claim).toHaveValue("Mine, not saved yet.");

  const other = await browser.newPage();
  await signIn(other, "publisher");
  await other.goto(new URL(path, page.url()).href);
  await other.getByLabel("Claim in English", { exact: true }).fill("Theirs, saved first.");
  await other.getByRole("button", { name: words.en.deskClaim.saveClaim }).click();
  await expect(other.getByText(words.en.form.saved)).toBeVisible();
  await other.close();

  await page.getByRole("button", { name: words.en.deskClaim.saveClaim }).click();
  await expect(page.getByText(words.en.form.conflict)).toBeVisible();
  await expect(page.getByText("Theirs, saved first.").first()).toBeVisible();
  await expect(claim).toHaveValue("Mine, not saved yet.");
  await page.getByRole("button", { name: words.en.form.keepMine }).click();
  await expect(page.getByText(words.en.form.saved)).toBeVisible();
  await page.goto("/?q=mine");
  await expect(page.getByRole("link", { name: "Mine, not saved yet." })).toBeVisible();
});

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
