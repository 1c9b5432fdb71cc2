import { violations } from "./axe";
import { expect, inLanguage, type Language, test, words } from "./fixtures";

const line: Record<Language, string> = {
  en: "Forwarded many times: a bank says that the model cost six million dollars.",
  ar: "وصلتني هذه الرسالة من صديق: يقول بنك إن النموذج كلّف ستة ملايين دولار فقط.",
};

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language].table;

  test(`in ${language} › a message of several lines is pasted whole and searched for`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(inLanguage(language, "/"));
    const box = page.getByRole("combobox", { name: t.search });
    const message = `${`${line[language]}\r\n\r\n`.repeat(12)}end`;
    const shown = `${`${line[language]} `.repeat(12)}end`;
    await page.evaluate((text) => navigator.clipboard.writeText(text), message);
    await box.focus();
    await page.keyboard.press("Control+V");
    await expect(box).toHaveValue(shown);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole("combobox", { name: t.search })).toHaveValue(shown);
    await expect(page.getByText(t.ignoredTitle)).toHaveCount(0);
    await expect(page.getByText(t.cutTitle)).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
  });

  test(`in ${language} › a message that is too long is cut, says so and stays in the box`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(inLanguage(language, "/"));
    const message = `${line[language]} `.repeat(72).trim();
    expect(message.length).toBeGreaterThan(5000);
    await page.getByRole("combobox", { name: t.search }).fill(message);
    await page.keyboard.press("Enter");
    await expect(page.getByText(t.cutTitle)).toBeVisible();
    await expect(page.getByText(/5[,٬]?000|٥٬٠٠٠/).first()).toBeVisible();
    await expect(page.getByRole("combobox", { name: t.search })).toHaveValue(message);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await violations(page)).toEqual([]);
  });
}
