import type { Page } from "@playwright/test";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { fillClaim, pasteArticle, selectWords } from "./newsroom";

// One word a language that no other claim has: the tests share one desk.
const sign: Record<Language, string> = { en: "qwvzxylo", ar: "kpjvtwqz" };
const quote = "$9M على 3,000 وحدة H800";
const text = `تقول الشركة إنها لم تنفق سوى ${quote} في عام واحد.`;

test.use({ expectedStatus: [404] });

/** What a reader finds of the claim: how many rows the table has for it, and which of its own pages are there. */
async function foundBy(reader: Page, language: Language, path: string, articlePath: string) {
  const table = `${inLanguage(language, "/")}?q=${sign[language]}`;
  await reader.goto(table);
  const rows = await reader.locator("tbody tr").count();
  const addresses = [path, articlePath, `/api/v1${path}`];
  const statuses = await Promise.all(
    addresses.map(async (address) => (await reader.request.get(address)).status()),
  );
  const suggested = await (
    await reader.request.get(`/api/v1/suggestions?q=${sign[language]}&locale=${language}`)
  ).json();
  const api = await (await reader.request.get(`/api/v1/claims?q=${sign[language]}`)).json();
  return { rows, statuses, suggested: suggested.data.claims.length, listed: api.data.length };
}

const nowhere = { rows: 0, statuses: [404, 404, 404], suggested: 0, listed: 0 };
const everywhere = { rows: 1, statuses: [200, 200, 200], suggested: 1, listed: 1 };

for (const language of ["en", "ar"] as Language[]) {
  test(`an internal claim is behind no public door until it is released, in ${language}`, async ({
    page,
    browser,
  }) => {
    const t = words[language].deskClaim;
    const claim = {
      en: `The year cost nine million, says ${sign[language]}`,
      ar: `كلّف العام تسعة ملايين، تقول ${sign[language]}`,
    };
    await signIn(page, "editor", language);
    await pasteArticle(page, { title: `كلفة العام ${sign[language]}`, text, words: quote }, language);
    const articlePath = new URL(page.url()).pathname.replace(/^\/ar/, "").replace("/desk", "");
    await selectWords(page, quote, language);
    await page.getByRole("button", { name: words[language].marking.make }).first().click();
    await fillClaim(page, claim, quote, language);
    const path = new URL(page.url()).pathname.replace(/^\/ar/, "").replace("/desk", "");

    const baseURL = new URL(page.url()).origin;
    const reader = await (await browser.newContext({ baseURL })).newPage();
    await expect(page.getByText(t.internal)).toBeVisible();
    expect(await foundBy(reader, language, path, articlePath)).toEqual(nowhere);
    await page.getByRole("button", { name: t.release }).click();
    await expect(page.getByText(t.released)).toBeVisible();
    expect(await foundBy(reader, language, path, articlePath)).toEqual(everywhere);
    await page.getByRole("button", { name: t.hide }).click();
    await expect(page.getByText(t.internal)).toBeVisible();
    expect(await foundBy(reader, language, path, articlePath)).toEqual(nowhere);
  });
}
