import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { fillClaim, pasteArticle, proposeDisputed, publish, selectWords } from "./newsroom";

// One word a language that no other claim has: the tests share one desk.
const sign: Record<Language, string> = { en: "larkspur", ar: "tamarisk" };

const far = (n: number) => `تصف الفقرة ${n} مرفأ المدينة والسفن التي ترسو فيه طوال فصل الشتاء.`;
const quote = "ارتفع السعر بنسبة 35 في المئة خلال عام";
const text = [
  ...Array.from({ length: 15 }, (_, n) => far(n)),
  `وقال الوزير: ${quote}.`,
  ...Array.from({ length: 15 }, (_, n) => far(100 + n)),
].join("\n\n");

/** What a reader's browser is sent for a page: the document, and its parts as Next's router asks for them. */
async function sentFor(page: Page, path: string): Promise<string> {
  const asked: Array<Record<string, string>> = [{}, { rsc: "1" }];
  const sent = asked.map(async (headers) => {
    const response = await fetch(new URL(path, page.url()), { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(headers.rsc ? "text/x-component" : "text/html");
    const body = await response.text();
    expect(body).toContain(quote);
    return body;
  });
  return (await Promise.all(sent)).join("\n");
}

async function saveTextPublic(page: Page, path: string, isPublic: boolean, language: Language) {
  const t = words[language].articleForm;
  await page.goto(inLanguage(language, `/desk${path}/edit`));
  const form = page.getByRole("form", { name: t.editForm });
  const box = form.getByRole("checkbox", { name: t.textPublic });
  await expect(box).toBeChecked({ checked: !isPublic });
  await box.setChecked(isPublic);
  await form.getByRole("button", { name: t.save }).click();
  await expect(form.getByText(words[language].form.saved)).toBeVisible();
}

for (const language of ["en", "ar"] as Language[]) {
  test(`readers get the quotes, and the whole text once an editor says so, in ${language}`, async ({
    page,
  }) => {
    const t = words[language];
    const claim = {
      en: `The price rose, says ${sign.en} in ${language}`,
      ar: `ارتفع السعر، تقول ${sign.ar} ${language}`,
    };
    await signIn(page, "editor", language);
    await pasteArticle(page, { title: `المرفأ ${sign[language]}`, text, words: quote }, language);
    const path = decodeURIComponent(new URL(page.url()).pathname).replace(/^(\/ar)?\/desk/, "");
    await selectWords(page, quote, language);
    await page.getByRole("button", { name: t.marking.make }).first().click();
    await fillClaim(page, claim, quote, language);
    await proposeDisputed(page, language);
    await publish(page, claim, language);
    await signOut(page, language);

    for (const reading of ["en", "ar"] as Language[]) {
      const address = inLanguage(reading, path);
      await page.goto(address);
      await expect(page.getByText(words[reading].article.excerpts)).toBeVisible();
      await expect(page.locator("mark").filter({ hasText: quote })).toBeVisible();
      await expect(page.getByText(far(14))).toBeVisible();
      await expect(page.getByText("[…]")).toHaveCount(2);
      const sent = await sentFor(page, address);
      expect(await violations(page)).toEqual([]);
      for (const hidden of [far(0), far(5), far(110)]) expect(sent).not.toContain(hidden);
      const toQuote = words[reading].article.toQuote.replace("{number}", "1");
      await page.getByRole("link", { name: toQuote }).click();
      await expect(page).toHaveURL(/#q-/);
    }

    await signIn(page, "editor", language);
    await saveTextPublic(page, path, true, language);
    for (const reading of ["en", "ar"] as Language[]) {
      await page.goto(inLanguage(reading, path));
      await expect(page.getByText(far(0))).toBeVisible();
      await expect(page.getByText(words[reading].article.excerpts)).toHaveCount(0);
      expect(await sentFor(page, inLanguage(reading, path))).toContain(far(110));
    }
    await saveTextPublic(page, path, false, language);
    expect(await sentFor(page, inLanguage(language, path))).not.toContain(far(0));
  });

  test(`an archived article is found again and restored, in ${language}`, async ({ page }) => {
    const t = words[language];
    const title = `أرشيف ${sign[language]}`;
    await signIn(page, "editor", language);
    await pasteArticle(page, { title, text, words: quote }, language);
    const address = page.url();
    await page.getByRole("button", { name: t.marking.archive }).click();
    const notice = page.getByRole("status").filter({ hasText: t.articleArchive.meaning });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("button", { name: t.marking.make })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);

    await page.goto(`${address}/claims/new`);
    await expect(notice).toBeVisible();
    const list = page.getByRole("main").getByRole("link", { name: title });
    await page.goto(inLanguage(language, "/desk/articles"));
    await expect(page.getByRole("heading", { level: 1, name: t.deskArticles.title })).toBeVisible();
    await expect(list).toHaveCount(0);
    await page.getByRole("link", { name: t.deskArticles.archived, exact: true }).click();
    await expect(page).toHaveURL(/archived=true/);
    await expect(list).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("searchbox", { name: t.deskArticles.words }).fill("nothing of the kind");
    await page.getByRole("button", { name: t.deskArticles.find, exact: true }).click();
    await expect(page.getByText(t.deskArticles.noneFound)).toBeVisible();
    await page.getByRole("searchbox", { name: t.deskArticles.words }).fill(sign[language]);
    await page.getByRole("button", { name: t.deskArticles.find, exact: true }).click();
    await list.click();
    await page.getByRole("button", { name: t.articleArchive.restore }).click();
    await expect(notice).toHaveCount(0);
    await expect(page.getByRole("button", { name: t.marking.archive })).toBeVisible();
  });
}

test("an article that is called New has a page of its own", async ({ page }) => {
  await signIn(page, "editor");
  await pasteArticle(page, { title: "New", text, words: quote }, "en");
  expect(new URL(page.url()).pathname).not.toBe("/desk/articles/new");
  await page.reload();
  await expect(page.getByRole("region", { name: words.en.marking.text })).toBeVisible();
});
