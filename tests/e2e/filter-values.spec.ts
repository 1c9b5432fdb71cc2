import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { command, makeArticle } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

// More claimants than a filter offers at once, of a newspaper with a comma in its name: this file runs behind all that
// count claims.
const MANY = 30;
const publisher = "Smith, John";

test.beforeAll(async ({ browser }, { project }) => {
  const page = await browser.newPage({ baseURL: project.use.baseURL });
  await signIn(page, "editor");
  const { id: articleId } = await makeArticle(page, "Many people said it", { publisher });
  for (let n = 1; n <= MANY; n++) {
    const names = { en: `Witness ${n}`, ar: `الشاهد رقم ${n}` };
    const claim = await command<{ id: string; version: number }>(page, "create-claim", {
      articleId,
      language: "en",
      text: { en: `Said by witness ${n}`, ar: `قاله الشاهد رقم ${n}` },
      claimant: { names, create: true, distinctFrom: [] },
      quote: "$6M على 2,000 وحدة H800",
    });
    await command(page, "release-claim", { claimId: claim.id, version: claim.version });
  }
  await page.close();
});

/** The filter by claimant, unfolded. */
async function claimants(page: Page, language: Language) {
  const t = words[language].table;
  const fold = page.locator("details details", { has: page.locator('[data-fragment="claimant"]') });
  await fold.locator("summary").click();
  const name = t.filterSearch.replace("{filter}", t.columns.claimant);
  return {
    boxes: fold.locator('input[name="claimant"]'),
    search: fold.getByRole("searchbox", { name }),
    more: fold.getByRole("button", { name: t.filterMore }),
    nothing: fold.getByText(t.filterSearchEmpty),
  };
}

for (const language of ["en", "ar"] as Language[]) {
  const name = language === "en" ? "Witness 27" : "الشاهد رقم 27";

  test(`in ${language} › a value beyond the first twenty is found by its name`, async ({ page }) => {
    await page.goto(inLanguage(language, "/"));
    const { boxes, search, nothing } = await claimants(page, language);
    await expect(boxes).toHaveCount(20);
    await search.pressSequentially(language === "en" ? "27 wit" : "شاهد ٢٧");
    await expect(boxes).toHaveCount(1);
    await expect(search).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/claimant=witness-27/);
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await expect(page.getByRole("checkbox", { name })).toBeChecked();
    await search.fill("xyzzy");
    await expect(boxes).toHaveCount(1);
    await page.getByRole("checkbox", { name }).uncheck();
    await expect(nothing).toBeVisible();
  });

  test(`in ${language} › more values are shown where they are asked for`, async ({ page }) => {
    await page.goto(inLanguage(language, "/"));
    const { boxes, more } = await claimants(page, language);
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(more).toBeHidden();
    expect(await boxes.count()).toBeGreaterThan(MANY);
    await expect(boxes.nth(20)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/claimant=/);
    expect(await boxes.count()).toBeGreaterThan(MANY);
  });

  test(`in ${language} › a publisher with a comma is one value`, async ({ page }) => {
    await page.goto(inLanguage(language, `/?publisher=${encodeURIComponent(publisher)}`));
    await expect(page.getByRole("checkbox", { name: publisher })).toBeChecked();
    await expect(page.locator("tbody tr")).toHaveCount(MANY);
    const { href } = new URL((await page.locator("a[download]").getAttribute("href")) ?? "", page.url());
    expect(new URL(href).searchParams.getAll("publisher")).toEqual([publisher]);
    await page
      .getByRole("link", { name: words[language].table.remove.replace("{filter}", publisher) })
      .click();
    await expect(page.locator(`input[name="publisher"][value="${publisher}"]`)).not.toBeChecked();
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("values are looked for and shown at length by the form", async ({ page }) => {
    await page.goto("/");
    const { search, more } = await claimants(page, "en");
    await search.fill("witness 27");
    await page.keyboard.press("Enter");
    await expect(page.locator('input[name="claimant"]')).toHaveCount(1);
    await page.goto("/");
    await (await claimants(page, "en")).more.click();
    expect(await page.locator('input[name="claimant"]').count()).toBeGreaterThan(MANY);
    await expect(more).toBeHidden();
  });
});
