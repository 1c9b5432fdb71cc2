import type { Page } from "@playwright/test";
import type { RunOnly } from "axe-core";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

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
  "/desk?part=inbox",
  "/desk?part=archived",
  "/desk/articles",
  "/desk/articles/new",
  "/desk/articles/deepseek-china-russia-digest",
  "/desk/articles/deepseek-china-russia-digest/edit",
  "/desk/articles/deepseek-china-russia-digest/claims/new",
  "/desk/claims/latent-attention-cuts-memory-to-five-percent",
  "/desk/claims/russian-ai-capabilities-are-secret",
  "/desk/claimants",
  "/desk/claimants?q=nothing-of-the-kind",
  "/desk/claimants/deepseek",
  "/desk/topics",
  "/desk/topics/cost",
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

  for (const language of ["en", "ar"] as Language[]) {
    test(`the desk says so too, and leads on, in ${language}`, async ({ page }) => {
      const t = words[language];
      await signIn(page, "editor", language);
      for (const path of ["/desk/claims/nothing", "/desk/articles/nothing/edit"]) {
        await check(page, inLanguage(language, path));
        await expect(page.getByRole("heading", { level: 1, name: t.notFound.title })).toBeVisible();
      }
      await page.getByRole("main").getByRole("link", { name: t.deskNav.queue }).click();
      await expect(page.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
    });
  }
});

for (const language of ["en", "ar"] as Language[]) {
  test(`on a phone the desk's head leaves room for its pages, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, "editor", language);
    const height = await page.getByRole("banner").evaluate((head) => head.clientHeight);
    expect(height).toBeLessThan(844 / 4);
  });
}

test("what is wrong with a field moves none of those beside it", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/articles/new");
  const form = page.getByRole("form", { name: words.en.articleForm.newForm });
  const author = form.getByLabel(words.en.articleForm.author);
  const publisher = form.getByLabel(words.en.articleForm.publisher, { exact: true });
  await form.getByRole("button", { name: words.en.articleForm.create }).click();
  await expect(publisher).toHaveAttribute("aria-invalid", "true");
  const top = async (field: typeof author) => Math.round((await field.boundingBox())?.y ?? 0);
  expect(await top(author)).toBe(await top(publisher));
});
