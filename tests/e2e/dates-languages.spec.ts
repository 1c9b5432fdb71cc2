import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { makeArticle } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { fillOver } from "./newsroom";

const persian = "این شرکت شش میلیون دلار هزینه کرد.";
const quote = "$6M على 2,000 وحدة H800";

/** The hint below a field, which a screen reader is told of. */
const hintOf = (page: Page, id: string) => page.locator(`[id="${id}-hint"]`);

async function fillArticle(page: Page, title: string, publishedOn: string, language: Language) {
  const t = words[language].articleForm;
  const form = page.getByRole("form", { name: t.newForm });
  await fillOver(form.getByLabel(t.title, { exact: true }), title);
  await form.getByLabel(t.publisher, { exact: true }).fill("crypto.news");
  await form.getByLabel(t.language, { exact: true }).fill("عربي");
  await form.getByLabel(t.publishedOn, { exact: true }).fill(publishedOn);
  await form.getByLabel(t.text, { exact: true }).fill("نص المقال هنا.");
  return form;
}

test("a date in Arabic digits is shown back as it was understood, and stored", async ({ page }) => {
  const t = words.ar;
  await signIn(page, "editor", "ar");
  await page.goto(inLanguage("ar", "/desk/articles/new"));
  const form = await fillArticle(page, "تاريخ بأرقام عربية", "١٢ أبريل ٢٠٢٥", "ar");
  const date = form.getByLabel(t.articleForm.publishedOn, { exact: true });
  await expect(hintOf(page, "publishedOn")).toHaveText("12 أبريل 2025");
  await expect(hintOf(page, "publishedOn")).toHaveRole("status");
  await expect(date).toHaveAccessibleDescription(/12 أبريل 2025/);
  await expect(hintOf(page, "language")).toHaveText("العربية / Arabic");
  await date.fill("٠٤/١٢/٢٠٢٥");
  await expect(hintOf(page, "publishedOn")).toHaveText(/12 أبريل 2025.*4 ديسمبر 2025/);
  await date.fill("١٤٤٦");
  await expect(hintOf(page, "publishedOn")).toHaveText(t.fields.errors.date_calendar);
  await date.fill("\u200F٢٠٢٥-٠٤-١٢");
  await expect(hintOf(page, "publishedOn")).toHaveText("12 أبريل 2025");
  expect(await violations(page)).toEqual([]);
  await form.getByRole("button", { name: t.articleForm.create }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("تاريخ بأرقام عربية");
  await expect(page.getByText("12 أبريل 2025")).toBeVisible();
  await page.goto(`${page.url()}/edit`);
  await expect(page.getByLabel(t.articleForm.publishedOn, { exact: true })).toHaveValue("2025-04-12");
  await expect(page.getByLabel(t.articleForm.language, { exact: true })).toHaveValue("ar");
});

for (const language of ["en", "ar"] as const) {
  test(`the log is searched by a day in Arabic digits, in ${language}`, async ({ page }) => {
    const t = words[language].eventLog;
    await signIn(page, "admin", language);
    await page.goto(inLanguage(language, "/desk/log"));
    const rows = page.locator("main tbody tr");
    await expect(rows).toHaveCount(50);
    for (const [label, id] of [
      [t.from, "from"],
      [t.to, "to"],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill("٨ يوليو ٢٠٢٥");
      await expect(hintOf(page, id)).toHaveText(language === "en" ? "8 July 2025" : "8 يوليو 2025");
    }
    await page.getByRole("button", { name: t.submit }).click();
    await expect(page.getByLabel(t.from, { exact: true })).toHaveValue("2025-07-08");
    await expect(rows).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const language of ["en", "ar"] as const) {
    test(`the answer says how a date was understood, in ${language}`, async ({ page }) => {
      const t = words[language];
      await signIn(page, "editor", language);
      await page.goto(inLanguage(language, "/desk/articles/new"));
      const form = await fillArticle(page, `No scripts ${language}`, "٠٤/١٢/٢٠٢٥", language);
      const date = form.getByLabel(t.articleForm.publishedOn, { exact: true });
      await form.getByRole("button", { name: t.articleForm.create }).click();
      await expect(date).toHaveValue("٠٤/١٢/٢٠٢٥");
      await expect(page.getByText(t.fields.errors.date_ambiguous)).toBeVisible();
      const either = language === "en" ? /12 April 2025.*4 December 2025/ : /12 أبريل 2025.*4 ديسمبر 2025/;
      await expect(hintOf(page, "publishedOn")).toHaveText(either);
      await date.fill("2999");
      await form.getByRole("button", { name: t.articleForm.create }).click();
      await expect(page.getByText(t.fields.errors.date_year)).toBeVisible();
      await date.fill("٢٠٢٥-٠٤-١٢");
      await form.getByLabel(t.articleForm.language, { exact: true }).fill("klingonish");
      await form.getByRole("button", { name: t.articleForm.create }).click();
      await expect(page.getByText(t.fields.errors.language)).toBeVisible();
      await expect(hintOf(page, "publishedOn")).toHaveText(
        language === "en" ? "12 April 2025" : "12 أبريل 2025",
      );
    });
  }
});

for (const language of ["en", "ar"] as const) {
  test(`a claim in Persian goes from the sign-in to the public page, in ${language}`, async ({ page }) => {
    const t = words[language];
    const text = `${persian} (${Date.now()})`;
    await signIn(page, "editor", language);
    const { slug } = await makeArticle(page, `Persian claim ${language}`);
    await page.goto(inLanguage(language, `/desk/articles/${slug}/claims/new`));
    await fillOver(page.getByLabel(t.claimFields.quote), quote);
    const original = page.getByLabel(t.claimFields.original);
    await expect(original).toBeHidden();
    await page
      .getByLabel(t.claimFields.language, { exact: true })
      .fill(language === "en" ? "farsi" : "فارسي");
    await expect(hintOf(page, "language")).toHaveText(
      language === "en" ? "Persian / الفارسية" : "الفارسية / Persian",
    );
    await original.fill(text);
    await expect(original).toHaveAttribute("lang", "fa");
    await expect(original).toHaveAttribute("dir", "rtl");
    await page.getByRole("radio", { name: t.claimFields.nobodyNamed }).check();
    await page.getByLabel(t.claimFields.claimedOn, { exact: true }).fill("Apr 2025");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: t.newClaim.submit }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(persian);
    await expect(page.getByLabel(t.claimFields.language, { exact: true })).toHaveValue("fa");
    await expect(original).toHaveValue(text);
    await page.getByRole("button", { name: t.deskClaim.release, exact: true }).click();
    const toReaders = page.getByRole("link", { name: t.deskClaim.publicPage });
    const path = (await toReaders.getAttribute("href")) ?? "";
    await signOut(page, language);
    await page.goto(path);
    const shown = page.getByRole("heading", { level: 1 }).locator("[lang=fa]");
    await expect(shown).toHaveText(text);
    await expect(shown).toHaveAttribute("dir", "rtl");
    await page.goto(inLanguage(language, "/?language=farsi"));
    await expect(page.getByRole("link", { name: text })).toBeVisible();
    const active = page.getByRole("list", { name: t.table.active });
    await expect(active).toContainText(language === "en" ? "Persian" : "الفارسية");
    expect(await violations(page)).toEqual([]);
  });
}
