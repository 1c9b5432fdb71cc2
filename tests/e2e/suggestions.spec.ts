import type { Page } from "@playwright/test";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, test, words } from "./fixtures";

const slug = "deepseek-model-cost-six-million-dollars";
const vance = { en: "van", ar: "فان" };
const one = { en: "1 suggestion", ar: "اقتراح واحد" };

async function typeInto(page: Page, language: Language, text: string) {
  const box = page.getByRole("combobox", { name: words[language].table.search });
  await box.pressSequentially(text, { delay: 30 });
  const list = page.getByRole("listbox", { name: words[language].table.suggestions.label });
  await expect(list).toBeVisible();
  return { box, list };
}

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language].table;

  test.describe(`suggestions in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(inLanguage(language, "/"));
    });

    test("lead to a claim by the keys alone", async ({ page }) => {
      const { box, list } = await typeInto(page, language, "H800");
      const option = list.getByRole("group", { name: t.suggestions.claims }).getByRole("option").first();
      await expect(box).toHaveAttribute("aria-expanded", "true");
      await expect(page.getByRole("status").filter({ hasText: one[language] })).toHaveCount(1);
      await expect(option).toHaveAttribute("aria-selected", "false");
      await page.keyboard.press("ArrowDown");
      await expect(option).toHaveAttribute("aria-selected", "true");
      await expect(box).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
      await expect(box).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`${inLanguage(language, `/claims/${slug}`)}$`));
    });

    test("lead to a claimant's claims, by the pointer as well", async ({ page }) => {
      const { list } = await typeInto(page, language, vance[language]);
      await list.getByRole("group", { name: t.suggestions.claimants }).getByRole("option").click();
      await expect(page).toHaveURL(/[?&]claimant=jd-vance$/);
      const rows = page.locator("tbody tr");
      await expect(rows.first()).toBeVisible();
      await expect(rows.filter({ hasText: language === "en" ? "JD Vance" : "فانس" })).toHaveCount(
        await rows.count(),
      );
    });

    test("go round by the arrows, and away with Escape and Tab", async ({ page }) => {
      const { box, list } = await typeInto(page, language, vance[language]);
      const options = list.getByRole("option");
      await page.keyboard.press("ArrowUp");
      await expect(options.last()).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("ArrowDown");
      await expect(options.first()).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Escape");
      await expect(list).toHaveCount(0);
      await expect(box).toHaveValue(vance[language]);
      await expect(box).toHaveAttribute("aria-expanded", "false");
      await page.keyboard.press("ArrowDown");
      await expect(list).toBeVisible();
      await page.keyboard.press("Tab");
      await expect(list).toHaveCount(0);
      await expect(box).not.toBeFocused();
    });

    test("leave Enter to the form where none is chosen", async ({ page }) => {
      const { list } = await typeInto(page, language, "H800");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/[?&]q=H800$/);
      await expect(list).toHaveCount(0);
      await expect(page.locator("tbody tr")).toHaveCount(1);
    });

    test("stand over the page, which does not move, and axe finds nothing", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const place = () => page.locator("main").evaluate((main) => [main.scrollHeight, main.scrollWidth]);
      const before = await place();
      const { list } = await typeInto(page, language, "deepseek");
      await page.keyboard.press("ArrowDown");
      expect(await place()).toEqual(before);
      expect.soft(await violations(page, everyRule), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      expect.soft(await violations(page, everyRule), "dark").toEqual([]);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(list).toBeInViewport({ ratio: 0.5 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(over, `at ${width} px`).toBeLessThanOrEqual(0);
      }
    });

    test("are explained", async ({ page }) => {
      await page.getByRole("link", { name: t.searchHow }).click();
      await expect(page).toHaveURL(/\/methodology#search$/);
      await expect(
        page.getByRole("heading", { name: words[language].methodology.search.title }),
      ).toBeInViewport();
    });
  });
}

test("one letter asks for nothing, and only the last word typed is answered", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/v1/suggestions") asked.push(searchParams.get("q") ?? "");
  });
  await page.goto("/");
  const box = page.getByRole("combobox", { name: words.en.table.search });
  await box.fill("v");
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  await box.fill("zz");
  await box.fill("vance");
  await expect(page.getByRole("option").first()).toContainText("Vance");
  expect(asked).toEqual(["vance"]);
});
