import { readFileSync } from "node:fs";
import { expect, inLanguage, type Language, test, words } from "./fixtures";

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test.describe(`a reader in ${language}`, () => {
    test("filters, searches and sorts the table by its address", async ({ page }) => {
      await page.goto(inLanguage(language, "/"));
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
      const rows = page.locator("tbody tr");
      await expect(rows).toHaveCount(16);
      await page.getByRole("checkbox", { name: new RegExp(t.status.disputed) }).check();
      await expect(page).toHaveURL(/status=disputed/);
      await expect(rows).toHaveCount(2);
      await page.getByRole("link", { name: t.table.columns.claimant, exact: true }).click();
      await expect(page).toHaveURL(/sort=claimant/);
      await expect(page.getByRole("columnheader", { name: t.table.columns.claimant })).toHaveAttribute(
        "aria-sort",
        "ascending",
      );
      await expect(rows).toHaveCount(2);
      await page.getByRole("link", { name: t.table.remove.replace("{filter}", t.status.disputed) }).click();
      await expect(rows).toHaveCount(16);
      await page.getByRole("combobox", { name: t.table.search }).fill("H800");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/q=H800/);
      await expect(rows).toHaveCount(1);
    });

    test("is told when nothing is found, and gets back", async ({ page }) => {
      await page.goto(inLanguage(language, "/?q=xyzzy&status=verified"));
      await expect(page.getByText(t.table.emptyTitle)).toBeVisible();
      await page.getByRole("link", { name: t.table.showAll }).click();
      await expect(page.locator("tbody tr")).toHaveCount(16);
    });

    test("takes exactly what the filters show", async ({ page }) => {
      await page.goto(inLanguage(language, "/?status=disputed"));
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: t.table.export }).click();
      const file = JSON.parse(readFileSync(await (await download).path(), "utf8"));
      expect(file.verdicts.map(({ status }: { status: string }) => status)).toEqual(["disputed", "disputed"]);
    });

    test("goes from a claim to its words in the article and back", async ({ page }) => {
      await page.goto(inLanguage(language, "/?q=H800"));
      await page.locator("tbody th a").click();
      const quote = page.locator("#source blockquote");
      await expect(quote).toHaveAttribute("lang", "ar");
      await expect(quote).toHaveAttribute("dir", "rtl");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("H800");
      await page.getByRole("link", { name: t.claim.inContext }).click();
      await expect(page).toHaveURL(/\/articles\/.+#q-/);
      const mark = page.locator("mark").filter({ hasText: "H800" }).first();
      await mark.getByRole("link").first().click();
      await expect(page).toHaveURL(/#c-/);
      await page.locator(":target").getByRole("link").nth(1).click();
      await expect(page).toHaveURL(/\/claims\//);
    });

    test("reads what was corrected, and the revision before", async ({ page }) => {
      await page.goto(inLanguage(language, "/corrections"));
      await page.locator("ol h2 a").first().click();
      await expect(page.getByText(t.claim.correction, { exact: true }).first()).toBeVisible();
      const first = t.claim.revision.replace("{number, number}", "1");
      await page.getByRole("link", { name: first, exact: true }).click();
      await expect(page.getByText(t.claim.toLatest)).toBeVisible();
      const [, slug = ""] = page.url().match(/claims\/([^/]+)\/revisions\/1$/) ?? [];
      const { revisions } = await (await page.request.get(`/api/v1/claims/${slug}`)).json();
      await expect(page.getByText(revisions[0].hash.replace("sha256:", ""))).toBeVisible();
      await page.getByRole("link", { name: t.claim.howToCheck }).click();
      await expect(page.getByText("npm run verify -- verdicts.json")).toBeInViewport();
    });
  });
}

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › a filter that is ticked leaves the reader where they are`, async ({ page }) => {
    const t = words[language];
    await page.goto(inLanguage(language, "/?sort=claim"));
    const rows = page.locator("tbody tr");
    await expect(rows).toHaveCount(16);
    await page
      .locator("details details", { has: page.locator('input[name="topic"]') })
      .locator("summary")
      .click();
    const topics = page.locator('input[name="topic"]');
    await topics.first().focus();
    await page.evaluate(() => {
      Object.assign(window, { samePage: true });
    });
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/sort=claim&topic=|topic=.*&sort=claim/);
    await expect(rows).not.toHaveCount(16);
    const count = await rows.count();
    await expect(topics.first()).toBeFocused();
    await expect(topics.first()).toBeChecked();
    await expect(
      page
        .getByRole("status")
        .filter({ hasText: String(count) })
        .first(),
    ).toBeVisible();
    const taken = new URL(page.url()).searchParams.get("topic") ?? "";
    await expect(page.getByRole("link", { name: t.table.export })).toHaveAttribute(
      "href",
      new RegExp(`topic=${taken}`),
    );
    const other = page.getByRole("link", { name: language === "en" ? "العربية" : "English" });
    await expect(other).toHaveAttribute("href", new RegExp(`topic=${taken}`));
    expect(await page.evaluate(() => "samePage" in window)).toBe(true);
    await page.keyboard.press("Space");
    await expect(rows).toHaveCount(16);
    await expect(topics.first()).toBeVisible();
    await page.goBack();
    await expect(rows).toHaveCount(count);
    await expect(topics.first()).toBeChecked();
  });
}

test("filters ticked one after the other all count, however late their pages come", async ({ page }) => {
  await page.goto("/");
  await page.route(/status=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue().catch(() => {});
  });
  await page.getByRole("checkbox", { name: /Disputed/ }).check();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(1);
  await page.getByRole("checkbox", { name: /Unproven/ }).check();
  await expect(page).toHaveURL(/status=disputed&status=unproven/);
  await expect(page.locator("tbody tr")).toHaveCount(3);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
});

test("the language switch keeps the page and its filters", async ({ page }) => {
  await page.goto("/?status=verified&sort=claimant");
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page).toHaveURL(/\/ar\?status=verified&sort=claimant/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/\?status=verified&sort=claimant/);
});

test("part of an address that cannot be read is said and left out", async ({ page }) => {
  await page.goto("/?status=nonsense&q=H800&after=cut-off");
  await expect(page.getByText(words.en.table.ignoredTitle)).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test.describe("an address that there is not, before JavaScript arrives", () => {
  test.use({ expectedStatus: [404], javaScriptEnabled: false });

  for (const path of [
    "/nowhere",
    "/claims/nothing",
    "/articles/nothing",
    "/claims/%E0",
    "/claims/vance-regulation-could-kill-ai/revisions/9",
    "/claims/nothing/compare",
    "/ar/nowhere",
    "/ar/claims/nothing",
    "/ar/articles/لا-شيء",
  ]) {
    test(`${path} gets a helpful page`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", path.startsWith("/ar/") ? "ar" : "en");
      const t = path.startsWith("/ar/") ? words.ar : words.en;
      await expect(page.getByRole("heading", { name: t.notFound.title })).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: t.nav.claims }).click();
      await expect(page.locator("tbody tr").first()).toBeVisible();
    });
  }
});

test("nothing moves for whoever wants no motion", async ({ page }) => {
  const transition = () =>
    page
      .getByRole("button", { name: words.en.table.apply })
      .evaluate((button) => getComputedStyle(button).transitionProperty);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/");
  expect(await transition()).not.toBe("none");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await transition()).toBe("none");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything of the reader's is there", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("checkbox", { name: /Disputed/ }).check();
    await page.getByRole("searchbox").fill("cache");
    await page.getByRole("button", { name: words.en.table.apply }).click();
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await page.getByRole("link", { name: words.en.table.columns.updated }).click();
    await expect(page).toHaveURL(/sort=-updated/);
    await page.locator("tbody th a").click();
    await expect(page.getByText(words.en.claim.correction, { exact: true }).first()).toBeVisible();
    await page.getByRole("link", { name: words.en.claim.inContext }).click();
    await expect(page.locator("mark").first()).toBeVisible();
  });
});
