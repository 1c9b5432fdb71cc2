import { violations } from "./axe";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { press } from "./keyboard";

const claim = "/claims/latent-attention-cuts-memory-to-five-percent";
const article = "/articles/deepseek-china-russia-digest";

for (const language of ["en", "ar"] as Language[]) {
  test(`staff go from a reader's page to the desk's, and nobody else sees the way, in ${language}`, async ({
    page,
  }) => {
    const t = words[language];
    const ways = [
      [claim, t.nav.claimAtDesk, `/desk${claim}`],
      [`${claim}/revisions/1`, t.nav.claimAtDesk, `/desk${claim}`],
      [`${claim}/compare`, t.nav.claimAtDesk, `/desk${claim}`],
      [article, t.nav.articleAtDesk, `/desk${article}`],
    ] as const;
    const link = (name: string) => page.getByRole("link", { name, exact: true });
    for (const [path, name] of ways) {
      await page.goto(inLanguage(language, path));
      await expect(link(name)).toHaveCount(0);
    }
    await signIn(page, "editor", language);
    for (const [path, name, target] of ways) {
      await page.goto(inLanguage(language, path));
      await expect(link(name)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await press(page, link(name));
      await expect(page).toHaveURL(new RegExp(`${inLanguage(language, target)}$`));
    }
    await signOut(page, language);
    await page.goto(inLanguage(language, claim));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(link(t.nav.claimAtDesk)).toHaveCount(0);
  });
}

test("the way to the desk moves nothing on the page, and is not there without JavaScript", async ({
  page,
  browser,
}, { project }) => {
  await signIn(page, "editor");
  const storageState = await page.context().storageState();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(claim, { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: words.en.nav.claimAtDesk })).toBeVisible();
  const moved = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  expect(moved).toBeLessThan(0.01);
  const { baseURL } = project.use;
  const plain = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(claim);
  await expect(still.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(still.getByRole("link", { name: words.en.nav.claimAtDesk })).toHaveCount(0);
  await plain.close();
});

test("the page says the same to readers and staff", async ({ page, request }) => {
  await signIn(page, "editor");
  for (const path of [claim, article]) {
    for (const asked of [page.request, request]) {
      const text = await (await asked.get(path)).text();
      expect(text).toContain(`href="/desk${path}"`);
      expect(text).not.toContain("Desk Editor");
    }
  }
});

test.describe("a session that is over", () => {
  // The page that is open still asks for what is new.
  test.use({ expectedStatus: [401] });

  test("leaves no way behind once somebody is asked to sign in", async ({ page }) => {
    await signIn(page, "editor");
    await page.context().clearCookies({ name: /session_token/ });
    await page.goto("/desk");
    await expect(page.getByLabel(words.en.signIn.password)).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain("staff=");
    await page.goto(claim);
    await expect(page.getByRole("link", { name: words.en.nav.claimAtDesk })).toHaveCount(0);
  });
});
