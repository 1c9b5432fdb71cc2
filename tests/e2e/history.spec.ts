import { expect, inLanguage, type Language, test, words } from "./fixtures";

const corrected = "/claims/latent-attention-cuts-memory-to-five-percent";

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test.describe(`in ${language}`, () => {
    test("a correction shows the words that it changed", async ({ page }) => {
      await page.goto(inLanguage(language, corrected));
      await page.getByRole("link", { name: t.compare.linkSince.replace("{number, number}", "1") }).click();
      await expect(page).toHaveURL(/\/compare\?from=1&to=2/);
      const note = page.getByRole("region", { name: t.compare.parts.note });
      await expect(note.locator("ins").first()).toBeVisible();
      await expect(note.getByText(t.compare.absent).first()).toBeVisible();
      const [older, newer] = [
        page.locator("#verdict > div > div").first(),
        page.locator("#verdict > div > div").last(),
      ];
      const [left, right] = [await older.boundingBox(), await newer.boundingBox()];
      const olderFirst = (left?.x ?? 0) < (right?.x ?? 0);
      expect(olderFirst).toBe(language === "en");
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two revisions are chosen, and what is no revision is said", async ({ page }) => {
    const t = words.en.compare;
    await page.goto(`${corrected}/compare?from=7&to=2`);
    await expect(page.getByText(t.ignoredTitle)).toBeVisible();
    await page.getByLabel(t.to).selectOption("1");
    await page.getByRole("button", { name: t.submit }).click();
    await expect(page).toHaveURL(/from=1&to=1/);
    await expect(page.getByText(t.oneAndTheSame)).toBeVisible();
  });

  test("a claim with one revision says so, with the way back", async ({ page }) => {
    await page.goto("/claims/vance-regulation-could-kill-ai/compare");
    await expect(page.getByText(words.en.compare.onlyOne)).toBeVisible();
    await page.getByRole("link", { name: words.en.compare.toClaim }).first().click();
    await expect(page).toHaveURL(/vance-regulation-could-kill-ai$/);
  });
});
