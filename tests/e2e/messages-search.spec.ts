import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, test, words } from "./fixtures";

const messages: Record<Language, string> = {
  en: "Forwarded many times: Vance says American artificial intelligence is the gold standard, \u201cshare it",
  ar: "وصلتني: فانس يقول إن الذكاء الاصطناعي الأمريكي هو المعيار الذهبي، «انشروها",
};

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test(`a message that is pasted leads to similar claims, in ${language}`, async ({ page }) => {
    await page.goto(inLanguage(language, "/"));
    const box = page.getByRole("combobox").first();
    await box.fill(messages[language]);
    await box.press("Enter");
    const section = page.getByRole("region", { name: t.table.similarTitle });
    await expect(section).toBeVisible();
    await expect(section.getByText(t.table.similarIntro)).toBeVisible();
    await expect(section.locator("tbody tr").first().locator("a.claim-link")).toHaveAttribute(
      "href",
      /vance-american-ai-gold-standard$/,
    );
    await expect(section.locator("mark").first()).toBeVisible();
    await expect(section.locator("thead a")).toHaveCount(0);
    expect(await violations(page, everyRule)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
}
