import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { makeArticle, makeClaim } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

// More claims than anybody reads on one page: this file runs behind all that look for a claim in the queue.
const MANY = 138;
const slugs: string[] = [];

test.beforeAll(async ({ browser }, { project }) => {
  const page = await browser.newPage({ baseURL: project.use.baseURL });
  await signIn(page, "editor");
  const { id } = await makeArticle(page, "مقال له ادعاءات كثيرة");
  for (let n = 1; n <= MANY; n++) slugs.push((await makeClaim(page, id, `Many claims ${n}`)).slug);
  await page.close();
});

/** The number in words that are in either language. */
const numberIn = (text: string | null) =>
  Number(
    (text ?? "").replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15)).replace(/\D/g, ""),
  );

/** The claims on the page, by slug. */
const claimsOn = (page: Page) =>
  page
    .getByRole("main")
    .locator("tbody a[href*='/desk/claims/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));

/** From the queue to the inbox alone, and page by page to its end; answers what stood on each page, and the total. */
async function walkInbox(page: Page, language: Language) {
  const t = words[language].queue;
  await page.goto(inLanguage(language, "/desk"));
  const inbox = page.getByRole("region", { name: t.parts.inbox });
  const total = numberIn(await inbox.getByRole("paragraph").first().textContent());
  const all = inbox.getByRole("link", { name: t.parts.inbox });
  expect(numberIn(await all.textContent())).toBe(total);
  await all.click();
  await expect(page.getByRole("heading", { level: 1, name: t.parts.inbox })).toBeVisible();
  const pages = [await claimsOn(page)];
  const next = page.getByRole("link", { name: t.next });
  while (await next.count()) {
    await next.click();
    await expect(page).toHaveURL(/after=/);
    await expect.poll(async () => (await claimsOn(page))[0]).not.toBe(pages.at(-1)?.[0]);
    pages.push(await claimsOn(page));
  }
  return { pages, total };
}

for (const language of ["en", "ar"] as Language[]) {
  test(`every claim of the inbox can be reached by links, in ${language}`, async ({ page }) => {
    const t = words[language].queue;
    await signIn(page, "editor", language);
    const { pages, total } = await walkInbox(page, language);
    const seen = pages.flat();
    expect(total).toBeGreaterThanOrEqual(MANY);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(slugs.filter((slug) => !seen.includes(slug))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    for (let left = pages.length - 1; left > 0; left--) {
      await page.getByRole("link", { name: t.previous }).click();
      await expect.poll(() => claimsOn(page)).toEqual(pages[left - 1]);
    }
    await expect(page.getByRole("link", { name: t.previous })).toHaveCount(0);
    await page.getByRole("link", { name: t.toQueue }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
  });
}

test("and without JavaScript", async ({ page, browser }, { project }) => {
  await signIn(page, "editor");
  const storageState = await page.context().storageState();
  const { baseURL } = project.use;
  const plain = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const { pages, total } = await walkInbox(await plain.newPage(), "en");
  expect(new Set(pages.flat()).size).toBe(total);
  await plain.close();
});
