import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, test, words } from "./fixtures";

const withWord = { en: "/?q=models", ar: `/?q=${encodeURIComponent("نموذج")}` };

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test.describe(`what a search found, in ${language}`, () => {
    test("is marked in the reader's text", async ({ page }) => {
      await page.goto(inLanguage(language, "/?q=%246M"));
      const mark = page.locator("tbody th mark").first();
      await expect(mark).toHaveText(language === "en" ? "$6 million" : "6 ملايين دولار");
      const text = page.locator("tbody th a [lang]").first();
      await expect(text).toHaveAttribute("lang", language);
      await expect(text).toHaveAttribute("dir", language === "en" ? "ltr" : "rtl");
    });

    test("is marked in the claimant's name, where that alone was asked for", async ({ page }) => {
      await page.goto(inLanguage(language, `/?q=${encodeURIComponent("القائل:فانس OR claimant:vance")}`));
      await expect(page.locator("tbody td mark").first()).toHaveText(language === "en" ? "Vance" : "فانس");
      await expect(page.locator("tbody th mark")).toHaveCount(0);
    });

    test("is shown under the claim where the row does not show it", async ({ page }) => {
      await page.goto(inLanguage(language, "/?q=%22ablation%20experiments%22"));
      const line = page.locator("tbody th p");
      await expect(line).toContainText(t.table.found.evidence);
      await expect(line.locator("bdi").first()).toHaveAttribute("lang", "en");
      await expect(line.locator("bdi").first()).toHaveAttribute("dir", "ltr");
      await expect(line.locator("mark")).toHaveText("ablation experiments");
      const [snippet = ""] = await line.locator("bdi").allTextContents();
      expect(snippet.split(" ").length).toBeLessThanOrEqual(14);
    });

    test("is as plain to see with forced colours, and breaks nothing", async ({ page }) => {
      for (const path of [withWord[language], "/?q=%22ablation%20experiments%22"]) {
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await page.goto(inLanguage(language, path));
        await expect(page.locator("tbody mark").first()).toBeVisible();
        expect.soft(await violations(page, everyRule), `${path} light`).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        expect.soft(await violations(page, everyRule), `${path} dark`).toEqual([]);
        await page.emulateMedia({ forcedColors: "active" });
        const line = await page
          .locator("tbody mark")
          .first()
          .evaluate((mark) => getComputedStyle(mark).borderBlockEndStyle);
        expect(line).toBe("solid");
        await page.emulateMedia({ forcedColors: "none" });
      }
    });
  });
}

test("nothing is marked where nothing was searched for", async ({ page }) => {
  await page.goto("/?status=disputed");
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await expect(page.locator("mark")).toHaveCount(0);
});
