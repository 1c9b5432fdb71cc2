import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { elsewhere, fillClaim, fillOver, pasteArticle, selectWords } from "./newsroom";

// One word a language that no other claim has: the tests share one desk.
const sign: Record<Language, string> = { en: "larkspur", ar: "hyacinth" };

const before = [
  "تحدث الوزير سالم أولاً. قال إن التضخم انخفض بنسبة ٥ في المئة منذ الربيع.",
  "وقال سالم أيضاً إن الأجور ارتفعت بمقدار ٢ مليون دينار.",
  "ثم تحدث الوزير خالد. ولم يقل شيئاً.",
].join("\n\n");
/** The number is corrected, and what one minister said is another's. */
const after = [
  "تحدث الوزير سالم أولاً. قال إن التضخم انخفض بنسبة ٣٥ في المئة منذ الربيع.",
  "ولم يقل سالم غير ذلك.",
  "ثم تحدث الوزير خالد. وقال خالد إن الأجور ارتفعت بمقدار ٢ مليون دينار.",
].join("\n\n");
const [falls, rises, corrected] = [
  "انخفض بنسبة ٥ في المئة",
  "الأجور ارتفعت بمقدار ٢ مليون دينار",
  "انخفض بنسبة ٣٥ في المئة",
];

const filled = (template: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(new RegExp(`\\{${name}(, number)?\\}`, "g"), String(value)),
    template,
  );

/** Makes a claim of words of the article that is open; returns the address of its page at the desk. */
async function makeClaim(page: Page, quote: string, claim: Record<Language, string>, language: Language) {
  await selectWords(page, quote, language);
  await page.getByRole("button", { name: words[language].marking.make }).first().click();
  await fillClaim(page, claim, quote, language);
  return new URL(page.url()).pathname;
}

for (const language of ["en", "ar"] as Language[]) {
  test(`an article corrected under its quotes, in ${language}`, async ({ page, browser }) => {
    test.slow();
    const t = words[language];
    const mark = sign[language];
    const [first, second] = [
      { en: `Prices fell by 5 percent, ${mark}`, ar: `انخفضت الأسعار ٥ في المئة ${mark}` },
      { en: `Wages rose by 2 million, ${mark}`, ar: `ارتفعت الأجور ٢ مليون ${mark}` },
    ];
    await signIn(page, "editor", language);
    await pasteArticle(page, { title: `جلسة البرلمان ${mark}`, text: before, words: falls }, language);
    const article = new URL(page.url()).pathname;
    const claimPath = await makeClaim(page, falls, first, language);
    await page.getByRole("button", { name: t.deskClaim.release }).click();
    await expect(page.getByRole("button", { name: t.deskClaim.hide })).toBeVisible();
    await page.goto(article);
    await makeClaim(page, rises, second, language);
    const open = await elsewhere(browser, page, "publisher", claimPath.replace(/^\/ar/, ""));

    await page.goto(`${article}/edit`);
    await fillOver(page.getByLabel(t.articleForm.text, { exact: true }), after);
    await page.getByRole("button", { name: t.articleForm.save }).click();
    await expect(page.getByText(t.form.saved)).toBeVisible();
    await page.getByRole("link", { name: t.quoteBehind.toArticle }).click();

    // A colleague's open page of the claim says it by itself.
    const title = filled(words.en.quoteBehind.title, { captured: 1, newest: 2 });
    await expect(open.getByText(title)).toBeVisible();
    await open.context().close();

    // Neither is marked in the text, and both are listed.
    const behind = page.locator("#behind");
    const text = page.getByRole("region", { name: t.marking.text });
    await expect(behind.getByRole("listitem").filter({ hasText: mark })).toHaveCount(2);
    await expect(text.locator("mark")).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.goto(article.replace("/desk", ""));
    await expect(page.getByText(t.article.earlierVersion)).toBeVisible();
    expect(await violations(page)).toEqual([]);

    // What the other minister says now is a place to choose, and nobody chose it before.
    await page.goto(article);
    const wages = behind.getByRole("listitem").filter({ hasText: second[language] });
    await expect(wages.getByText(t.quoteBehind.found)).toBeVisible();
    await wages.getByRole("button", { name: t.quoteBehind.use }).click();
    await expect(text.locator("mark")).toContainText(rises);
    await expect(behind.getByText(second[language])).toHaveCount(0);

    // The corrected words are selected in the text.
    await expect(behind.getByText(t.quoteBehind.gone)).toBeVisible();
    await behind.getByRole("link", { name: t.quoteBehind.select }).click();
    await expect(page.getByText(t.quoteBehind.selecting)).toBeVisible();
    await selectWords(page, corrected, language);
    await page.getByRole("button", { name: t.marking.move }).first().click();
    await expect(page).toHaveURL(new RegExp(`${claimPath}\\?`));
    await expect(page.getByText(filled(t.quoteBehind.title, { captured: 1, newest: 2 }))).toBeVisible();
    const form = page.getByRole("form", { name: t.quoteBehind.form });
    await expect(form.getByLabel(t.quoteBehind.quote)).toHaveValue(corrected);
    expect(await violations(page)).toEqual([]);
    await form.getByRole("button", { name: t.quoteBehind.submit }).click();
    await expect(page.getByText(t.log.claim.reanchor)).toBeVisible();
    await expect(form).toHaveCount(0);
    await expect(page.getByLabel(t.claimFields.quote)).toHaveValue(corrected);
    await page.goto(article);
    await expect(text.locator("mark")).toHaveCount(2);
    await expect(behind).toHaveCount(0);
    await page.goto(inLanguage(language, "/desk"));
  });
}
