import type { Browser, Page } from "@playwright/test";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { tabTo } from "./keyboard";

const claimPath = "/desk/claims/chinese-companies-lead-ai-race";

/** The same desk in a browser of somebody's own. */
async function elsewhere(browser: Browser, home: Page, role: "editor" | "publisher", path: string) {
  const baseURL = new URL(home.url()).origin;
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, role);
  await page.goto(path);
  return page;
}

const kept = (page: Page, form: string, language: Language = "en") =>
  page.getByRole("form", { name: form }).getByText(words[language].form.draft.kept);

test("a draft typed in one browser is found in another, until it is saved", async ({ page, browser }) => {
  const [t, form] = [words.en, words.en.deskClaim.fields];
  await signIn(page, "editor");
  await page.goto(claimPath);
  await page.getByLabel("Claim in Arabic", { exact: true }).fill("الشركات الصينية في المقدمة");
  await expect(kept(page, form)).toBeVisible();

  const other = await elsewhere(browser, page, "editor", claimPath);
  await expect(other.getByText(t.form.restored)).toBeVisible();
  await expect(other.getByLabel("Claim in Arabic", { exact: true })).toHaveValue(
    "الشركات الصينية في المقدمة",
  );
  await other.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  await expect(other.getByText(t.form.saved)).toBeVisible();
  await other.context().close();

  await page.reload();
  await expect(page.getByLabel("Claim in Arabic", { exact: true })).toHaveValue("الشركات الصينية في المقدمة");
  await expect(page.getByText(t.form.restored)).toHaveCount(0);
});

test("signing out leaves the draft on the server and none in the browser", async ({ page }) => {
  await signIn(page, "editor", "ar");
  await page.goto(inLanguage("ar", claimPath));
  const date = page.getByLabel(words.ar.claimFields.claimedOn, { exact: true });
  await date.fill("2025-03-07");
  await signOut(page, "ar");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await signIn(page, "editor", "ar");
  await page.goto(inLanguage("ar", claimPath));
  await expect(page.getByText(words.ar.form.restored)).toBeVisible();
  await expect(date).toHaveValue("2025-03-07");
  await page.getByRole("button", { name: words.ar.form.discard }).click();
  await expect(date).not.toHaveValue("2025-03-07");
});

test("what two people saved at once is merged field by field", async ({ page, browser }) => {
  const t = words.en;
  await signIn(page, "editor");
  await page.goto(claimPath);
  const [claim, date] = [
    page.getByLabel("Claim in English", { exact: true }),
    page.getByLabel(t.claimFields.claimedOn, { exact: true }),
  ];
  await claim.fill("Mine, not saved yet.");
  const topic = page.getByRole("group", { name: t.claimFields.topics }).getByRole("checkbox").first();
  await topic.click();
  const mine = await topic.isChecked();

  const other = await elsewhere(browser, page, "publisher", claimPath);
  await other.getByLabel("Claim in English", { exact: true }).fill("Theirs, not mine, saved first.");
  await other.getByLabel(t.claimFields.claimedOn, { exact: true }).fill("2025-03");
  await other.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  await expect(other.getByText(t.form.saved)).toBeVisible();
  await other.context().close();

  await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  const notice = page.getByRole("region", { name: /Desk Publisher/ });
  await expect(notice).toBeFocused();
  await expect(claim).toHaveValue("Mine, not saved yet.");
  await expect(date).toHaveValue("2025-03");
  expect(await topic.isChecked()).toBe(mine);
  const choice = notice.getByRole("group", { name: "Claim in English" });
  await expect(choice.locator("ins").first()).toBeVisible();
  await tabTo(page, choice.getByRole("radio", { name: t.form.keepMine }));
  await page.keyboard.press("ArrowUp");
  await expect(claim).toHaveValue("Theirs, not mine, saved first.");
  await claim.fill("Both of ours, by hand.");
  await expect(choice.getByRole("radio", { name: t.form.byHand })).toBeChecked();
  await page.getByRole("button", { name: t.form.saveMerged }).click();
  await expect(page.getByText(t.form.saved)).toBeVisible();
  await page.reload();
  await expect(claim).toHaveValue("Both of ours, by hand.");
  await expect(date).toHaveValue("2025-03");
  expect(await topic.isChecked()).toBe(mine);
  await expect(page.getByText(t.form.restored)).toHaveCount(0);
});

test.describe("who was signed out meanwhile", () => {
  test.use({ expectedStatus: [401] });

  test("is told so, and finds the text after signing in again", async ({ page, context }) => {
    const t = words.en;
    await signIn(page, "editor");
    await page.goto(claimPath);
    await context.clearCookies();
    const claim = page.getByLabel("Claim in English", { exact: true });
    await claim.fill("Typed without a session.");
    await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
    await expect(page.getByText(t.errors.unauthenticated)).toBeVisible();
    await expect(claim).toHaveValue("Typed without a session.");
    const again = await context.newPage();
    await signIn(again, "editor");
    await again.goto(claimPath);
    await expect(again.getByLabel("Claim in English", { exact: true })).toHaveValue(
      "Typed without a session.",
    );
    await again.close();
    await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
    await expect(page.getByText(t.form.saved)).toBeVisible();
  });
});
