import type { Page } from "@playwright/test";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { elsewhere, fillClaim, fillOver, pasteArticle, proposeDisputed, selectWords } from "./newsroom";

const quoted = "$6M على 2,000 وحدة H800";
const text = `تقول الشركة إنها لم تنفق سوى ${quoted}، وهذا كلّ شيء.`;

type Change = "evidence" | "translation";
const was: Record<Change, string> = { evidence: "Report", translation: "ستة" };
const became: Record<Change, string> = { evidence: "Paper", translation: "سبعة" };

// A word that no other claim has: the tests share one desk.
const sign = (change: Change, language: Language) => `approval-${change}-${language}`;
const claimOf = (change: Change, language: Language) => ({
  en: `The model cost six million (${sign(change, language)})`,
  ar: `كلّف النموذج ستة ملايين (${sign(change, language)})`,
});
const arabicLabel: Record<Language, string> = { en: "Claim in Arabic", ar: "الادعاء بالعربية" };

/** The editor proposes a verdict on a new claim; answers the path of its page at the desk. */
async function propose(page: Page, change: Change, language: Language): Promise<string> {
  const title = `كلفة ${sign(change, language)}`;
  await pasteArticle(page, { title, text, words: quoted }, language);
  await selectWords(page, quoted, language);
  await page.getByRole("button", { name: words[language].marking.make }).first().click();
  await fillClaim(page, claimOf(change, language), quoted, language);
  await proposeDisputed(page, language);
  return new URL(page.url()).pathname;
}

/** The editor changes what was proposed. */
async function edit(page: Page, change: Change, language: Language) {
  const t = words[language];
  if (change === "translation") {
    const claim = claimOf(change, language).ar.replace(was[change], became[change]);
    await fillOver(page.getByLabel(arabicLabel[language], { exact: true }), claim);
    const form = page.getByRole("form", { name: t.deskClaim.fields, exact: true });
    await form.getByRole("button", { name: t.deskClaim.saveClaim }).click();
    await expect(form.getByText(t.form.saved)).toBeVisible();
  } else {
    await page.getByText(t.deskClaim.editEvidence, { exact: true }).click();
    const form = page.getByRole("form", { name: /DeepSeek-V3/ });
    await fillOver(
      form.getByLabel(t.evidenceForm.title, { exact: true }),
      `DeepSeek-V3 Technical ${became[change]}`,
    );
    await form.getByRole("button", { name: t.evidenceForm.save }).click();
    await expect(form.getByText(t.form.saved)).toBeVisible();
  }
}

for (const language of ["en", "ar"] as Language[])
  for (const change of ["evidence", "translation"] as Change[])
    test(`a publisher whose page went stale sees what changed: ${change}, in ${language}`, async ({
      page,
      browser,
    }) => {
      test.slow();
      const t = words[language];
      await signIn(page, "editor", language);
      const path = await propose(page, change, language);

      const publisher = await elsewhere(browser, page, "publisher", inLanguage(language, "/desk"));
      // Nothing tells this page that something changed.
      await publisher.route("**/api/desk/live**", (route) => route.abort());
      await publisher.goto(path);
      const button = publisher.getByRole("button", { name: t.deskClaim.publish });
      await expect(button).toBeVisible();

      await edit(page, change, language);
      await button.click();
      await expect(publisher.getByText(t.errors.content_changed)).toBeVisible();
      const difference = publisher.getByRole("region", { name: t.deskClaim.difference });
      await expect(difference.locator("del")).toContainText(was[change]);
      await expect(difference.locator("ins")).toContainText(became[change]);
      const changes = publisher.getByRole("list", { name: t.deskClaim.changes });
      const act = change === "evidence" ? t.log.evidence.edit : t.log.claim.edit;
      await expect(changes).toContainText(`Desk Editor${act}`);
      await expect(button).toHaveCount(0);
      expect(await violations(publisher, everyRule)).toEqual([]);
      await page.reload();
      await expect(page.getByText(t.deskClaim.changedSince)).toBeVisible();
      await expect(page.getByRole("link", { name: t.deskClaim.publicPage })).toHaveCount(0);

      await page.getByRole("button", { name: t.deskClaim.renew }).click();
      await expect(page.getByText(t.deskClaim.changedSince)).toHaveCount(0);
      await publisher.goto(path);
      const proposed = publisher.getByRole("region", { name: t.deskClaim.verdict, exact: true });
      await expect(proposed.getByText(became[change])).toBeVisible();
      await publisher.getByRole("link", { name: t.deskClaim.preview }).click();
      await expect(publisher.getByRole("main").getByText(t.preview.title)).toBeVisible();
      await expect(publisher).toHaveTitle(new RegExp(t.preview.title));
      expect(await violations(publisher, everyRule)).toEqual([]);
      await publisher.getByRole("link", { name: t.preview.back }).click();
      await button.click();
      await expect(publisher.getByRole("link", { name: t.deskClaim.publicPage })).toBeVisible();

      const [reading, seen] = change === "evidence" ? ["en", became.evidence] : ["ar", became.translation];
      await page.goto(inLanguage(reading as Language, path.replace(/^(\/ar)?\/desk/, "")));
      await expect(page.getByRole("main")).toContainText(seen);
      await expect(page.getByRole("main")).not.toContainText(was[change]);
      await publisher.context().close();
    });
