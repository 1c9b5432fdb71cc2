import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { command, makeClaim as makeAnyClaim, makeArticle, makeEvidence } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { press } from "./keyboard";

let made: string[] = [];

/** Makes a claim that is put away after the test: other tests look for theirs in the beginning of the queue. */
async function makeClaim(page: Page, articleId: string, text: string) {
  const claim = await makeAnyClaim(page, articleId, text);
  made.push(claim.id);
  return claim;
}

/** As {@link makeClaim}, by a claimant of this name. */
async function makeClaimBy(page: Page, articleId: string, name: string) {
  const { id } = await command<{ id: string }>(page, "create-claim", {
    articleId,
    language: "en",
    text: { en: `Said by ${name}.` },
    claimant: { names: { en: name, ar: `${name} بالعربية` }, create: true },
    quote: "$6M على 2,000 وحدة H800",
  });
  made.push(id);
}

test.afterEach(async ({ page }) => {
  for (const claimId of made) await command(page, "archive-claim", { claimId });
  made = [];
});

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test(`an archived claim is read, not edited, and a draft of it is there after restoring, in ${language}`, async ({
    page,
  }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Typed and archived ${language}`);
    const { id, slug } = await makeClaim(page, articleId, `Typed and archived ${language}`);
    await makeEvidence(page, id, "تقرير Report");
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const field = page.locator('textarea[name="text.en"]');
    const typed = "Typed before it was archived. كُتب قبل الأرشفة.";
    // A page whose script begins meanwhile may lose what was selected to be replaced.
    await expect(async () => {
      await field.fill(typed);
      await expect(field).toHaveValue(typed, { timeout: 1000 });
    }).toPass();
    await expect(page.getByText(t.form.draft.saved)).toBeVisible();
    await press(page, page.getByRole("button", { name: t.deskClaim.archive, exact: true }));

    const restore = page.getByRole("button", { name: t.deskClaim.restore, exact: true });
    await expect(restore).toBeFocused();
    await expect(page.getByText(t.undo.archivedHelp)).toBeVisible();
    await expect(
      page.locator("main form").locator("input, textarea, select").locator("visible=true"),
    ).toHaveCount(1);
    const claim = page.getByRole("region", { name: t.deskClaim.fields, exact: true });
    await expect(claim).toContainText(`Typed and archived ${language}`);
    await expect(claim).toContainText("تقرير Report");
    expect(await violations(page)).toEqual([]);
    const discussion = page.getByRole("region", { name: t.deskClaim.discussion, exact: true });
    await discussion.getByRole("textbox").fill("مكرر: a duplicate.");
    await discussion.getByRole("button", { name: t.discussion.send }).click();
    await expect(discussion.getByText("مكرر: a duplicate.")).toBeVisible();

    await press(page, restore);
    await expect(page.getByRole("button", { name: t.deskClaim.archive, exact: true })).toBeFocused();
    await expect(field).toHaveValue(typed);
    await expect(page.getByText(t.form.restored)).toBeVisible();
  });

  test(`an article is archived and restored with the focus kept, and not edited between, in ${language}`, async ({
    page,
  }) => {
    await signIn(page, "editor", language);
    const { slug } = await makeArticle(page, `Put away ${language}`);
    const path = inLanguage(language, `/desk/articles/${slug}`);
    await page.goto(path);
    await press(page, page.getByRole("button", { name: t.marking.archive }));
    const restore = page.getByRole("button", { name: t.articleArchive.restore });
    await expect(restore).toBeFocused();
    await expect(page.getByRole("link", { name: t.marking.edit })).toHaveCount(0);
    for (const part of ["edit", "claims/new"]) {
      await page.goto(`${path}/${part}`);
      await expect(page.getByText(t.articleArchive.meaning)).toBeVisible();
      await expect(page.locator('main form [name="title"], main form [name="quote"]')).toHaveCount(0);
    }
    await page.goto(path);
    await press(page, restore);
    await expect(page.getByRole("button", { name: t.marking.archive })).toBeFocused();
  });

  test(`a name that another has is kept for both on purpose, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Named alike ${language}`);
    const names = [`Named ${language} one`, `Named ${language} two`];
    for (const name of names) await makeClaimBy(page, articleId, name);
    await page.goto(inLanguage(language, `/desk/claimants/named-${language}-two`));
    const form = page.getByRole("form", { name: t.named.rename });
    await form.locator('[name="names.en"]').fill(names[0] ?? "");
    await form.getByRole("button", { name: t.named.rename }).click();
    await expect(form.getByText(t.errors.name_taken)).toBeVisible();
    const group = form.getByRole("group", { name: t.named.alikeLegend });
    const other = group.getByRole("link", { name: `${names[0]} · ${names[0]} بالعربية` });
    await expect(other).toHaveAttribute(
      "href",
      inLanguage(language, `/desk/claimants/named-${language}-one`),
    );
    expect(await violations(page)).toEqual([]);
    // Without the tick it is asked again.
    await form.getByRole("button", { name: t.named.rename }).click();
    await expect(form.getByText(t.errors.name_taken)).toBeVisible();
    await group.getByRole("checkbox", { name: t.named.keepBoth }).check();
    await form.getByRole("button", { name: t.named.rename }).click();
    await expect(form.getByText(t.form.saved)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(names[0] ?? "");
  });

  test(`all claims of a claimant are moved away with the focus kept, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Moved away ${language}`);
    await makeClaimBy(page, articleId, `Emptied ${language}`);
    await page.goto(inLanguage(language, `/desk/claimants/emptied-${language}`));
    const split = page.getByRole("form", { name: t.named.split });
    await split.getByRole("checkbox").check();
    await split.locator('[name="to.names.en"]').fill(language === "en" ? "Zephyr Holding" : "شركة النسيم");
    await press(page, split.getByRole("button", { name: t.named.split }));
    await expect(page.getByText(t.named.noClaims)).toBeVisible();
    await expect(page.getByRole("heading", { name: t.named.split })).toBeFocused();
  });

  test(`what a step changed is read out, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Read out ${language}`);
    const { slug } = await makeClaim(page, articleId, `Read out ${language}`);
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const status = page.getByRole("status").filter({ hasText: t.deskClaim.readers });
    await expect(status).toContainText(t.deskClaim.internal);
    await press(page, page.getByRole("button", { name: t.deskClaim.release }));
    await expect(status).toContainText(t.deskClaim.released);
    await expect(page.getByRole("button", { name: t.deskClaim.hide })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(status).toContainText(t.deskClaim.internal);
    const log = page.getByRole("region", { name: t.deskClaim.log, exact: true });
    await expect(log.getByText(t.log.claim.release, { exact: true })).toBeVisible();
    await expect(log.getByText(t.log.claim.hide, { exact: true })).toBeVisible();
  });

  test(`the header of an admin is one line at 1280 pixels, in ${language}`, async ({ page }) => {
    await signIn(page, "admin", language);
    await page.setViewportSize({ width: 1280, height: 800 });
    const tops = await page
      .locator("header a:visible, header button:visible")
      .evaluateAll((all) =>
        all.map((element) => element.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
      );
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(20);
  });

  test(`the only admin is not offered to lose access, in ${language}`, async ({ page }) => {
    await signIn(page, "admin", language);
    await page.goto(inLanguage(language, "/desk/people"));
    await expect(page.getByText(t.people.onlyAdmin)).toHaveCount(1);
  });

  test(`an excerpt is typed in the direction of its language, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Direction ${language}`);
    const { slug } = await makeClaim(page, articleId, `Direction ${language}`);
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const form = page.getByRole("region", { name: t.deskClaim.evidence, exact: true }).locator("form").last();
    const excerpt = form.locator('[name="excerpt"]');
    await expect(excerpt).toHaveAttribute("dir", "auto");
    await form.locator('[name="language"]').fill("ar");
    await expect(excerpt).toHaveAttribute("dir", "rtl");
    await form.locator('[name="language"]').fill("en");
    await expect(excerpt).toHaveAttribute("dir", "ltr");
  });
}

test.describe("what is not there", () => {
  // Signing out ends what a page of the desk still asks for.
  test.use({ expectedStatus: [401, 404] });

  for (const language of ["en", "ar"] as Language[]) {
    const t = words[language];

    test(`staff go from the address of an internal claim to its desk page, in ${language}`, async ({
      page,
    }) => {
      const way = page.getByRole("link", { name: t.notFound.claimAtDesk });
      await page.goto(inLanguage(language, "/claims/nowhere"));
      await expect(page.getByRole("heading", { level: 1, name: t.notFound.title })).toBeVisible();
      await signIn(page, "editor", language);
      const { id: articleId } = await makeArticle(page, `Internal address ${language}`);
      const { slug } = await makeClaim(page, articleId, `Internal address ${language}`);
      await page.goto(inLanguage(language, `/claims/${slug}`));
      await expect(way).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await press(page, way);
      await expect(page).toHaveURL(new RegExp(`${inLanguage(language, `/desk/claims/${slug}`)}$`));
      await signOut(page, language);
      await page.goto(inLanguage(language, `/claims/${slug}`));
      await expect(page.getByRole("heading", { level: 1, name: t.notFound.title })).toBeVisible();
      await expect(way).toHaveCount(0);
      await signIn(page, "editor", language);
    });

    test(`a part of the queue that there is not is said, with the way back, in ${language}`, async ({
      page,
    }) => {
      await signIn(page, "editor", language);
      const response = await page.goto(inLanguage(language, "/desk?part=nonsense"));
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: t.notFound.title })).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: t.deskNav.queue }).click();
      await expect(page.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
    });
  }
});
