import type { Page } from "@playwright/test";
import type { RunOnly } from "axe-core";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, signIn, test } from "./fixtures";

const readers = [
  "/",
  "/?q=nothing-of-the-kind",
  "/claims/latent-attention-cuts-memory-to-five-percent",
  "/claims/latent-attention-cuts-memory-to-five-percent/revisions/1",
  "/claims/latent-attention-cuts-memory-to-five-percent/compare",
  "/claims/lou-qinjian-is-a-computer-scientist/compare",
  "/claims/lou-qinjian-is-a-computer-scientist",
  "/articles",
  "/articles/deepseek-china-russia-digest",
  "/corrections",
  "/methodology",
  "/sign-in",
  "/sign-in/code",
  "/reset",
  "/reset/nothing-of-the-kind",
  "/invitation/nothing-of-the-kind",
];
const staff = [
  "/desk",
  "/desk/articles",
  "/desk/articles/new",
  "/desk/articles/deepseek-china-russia-digest",
  "/desk/articles/deepseek-china-russia-digest/edit",
  "/desk/articles/deepseek-china-russia-digest/claims/new",
  "/desk/claims/latent-attention-cuts-memory-to-five-percent",
  "/desk/claims/russian-ai-capabilities-are-secret",
  "/desk/notices",
  "/desk/people",
  "/desk/log",
  "/desk/log?q=nothing-of-the-kind",
  "/desk/account",
];

// The dark scheme changes colours and nothing else.
const colours: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

async function check(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  expect.soft(await violations(page, everyRule), `${path} light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect.soft(await violations(page, colours), `${path} dark`).toEqual([]);
  for (const width of [360, 390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(over, `${path} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

test.describe.configure({ mode: "parallel" });

for (const language of ["en", "ar"] as Language[]) {
  test.describe(`in ${language}`, () => {
    test.setTimeout(180_000);

    test("axe finds nothing on the readers' pages, and nothing overflows", async ({ page }) => {
      for (const path of readers) await check(page, inLanguage(language, path));
    });

    test("axe finds nothing on the desk's pages, and nothing overflows", async ({ page }) => {
      await signIn(page, "admin", language);
      for (const path of staff) await check(page, inLanguage(language, path));
    });
  });
}

test.describe("where there is nothing", () => {
  test.use({ expectedStatus: [404] });

  test("axe finds nothing either", async ({ page }) => {
    await check(page, "/nowhere");
    await check(page, "/ar/nowhere");
  });
});
