import type { Locator, Page } from "@playwright/test";
import { violations } from "./axe";
import { command, makeArticle, makeClaim, makeEvidence } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { press } from "./keyboard";

/** A message of the catalogue with its values put in. */
const filled = (message: string, values: Record<string, string>) =>
  message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

const titles = (region: Locator) => region.locator("ol > li > a").allTextContents();

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test(`what is removed from a claim is put back at its place, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Undo ${language}`);
    const { id, slug } = await makeClaim(page, articleId, `Removed by mistake ${language}`);
    for (const title of ["First report", "تقرير ثانٍ", "Third report"]) await makeEvidence(page, id, title);
    const place = { url: "https://elsewhere.example/1", title: "موضع آخر", language: "ar", change: {} };
    await command(page, "add-appearance", { ...place, claimId: id });
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));

    const evidence = page.getByRole("region", { name: t.deskClaim.evidence, exact: true });
    const before = await titles(evidence);
    const thing = "تقرير ثانٍ";
    const remove = evidence.getByRole("button", {
      name: filled(t.deskClaim.removeEvidenceOf, { title: thing }),
    });
    const undo = evidence.getByRole("button", { name: filled(t.undo.undoOf, { thing }) });
    await press(page, remove);
    await expect(undo).toBeFocused();
    expect(await titles(evidence)).toEqual(["First report", "Third report"]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(remove).toBeFocused();
    expect(await titles(evidence)).toEqual(before);
    await expect(undo).toHaveCount(0);

    const appearances = page.getByRole("region", { name: t.deskClaim.appearances });
    const removePlace = appearances.getByRole("button", {
      name: filled(t.deskClaim.removeAppearanceOf, { place: place.title }),
    });
    await removePlace.click();
    await appearances.getByRole("button", { name: filled(t.undo.undoOf, { thing: place.title }) }).click();
    await expect(removePlace).toBeFocused();
  });

  test(`an archived claim says so, is found again and restored, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const { id: articleId } = await makeArticle(page, `Archive ${language}`);
    const { slug } = await makeClaim(page, articleId, `Archived by mistake ${language}`);
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    await press(page, page.getByRole("button", { name: t.deskClaim.archive, exact: true }));
    const restore = page.getByRole("button", { name: t.deskClaim.restore, exact: true });
    await expect(restore).toBeFocused();
    await expect(page.getByText(t.undo.archived)).toBeVisible();
    await expect(page.getByText(t.undo.archivedHelp)).toBeVisible();

    await page.goto(inLanguage(language, "/desk?part=archived"));
    const line = page.getByRole("row").filter({ has: page.locator(`a[href$="/desk/claims/${slug}"]`) });
    await expect(line.first()).toContainText(t.stage.archived);
    await line.first().getByRole("link").click();
    await expect(page.getByText(t.undo.archived)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await press(page, restore);
    await expect(page.getByRole("button", { name: t.deskClaim.archive, exact: true })).toBeFocused();
    await expect(page.getByText(t.undo.archived)).toHaveCount(0);
  });

  test(`a draft that was discarded comes back, in ${language}`, async ({ page }) => {
    await signIn(page, "publisher", language);
    await page.goto(inLanguage(language, "/desk/articles/new"));
    const form = page.getByRole("form", { name: t.articleForm.newForm });
    const [title, publisher] = [
      form.getByLabel(t.articleForm.title, { exact: true }),
      form.getByLabel(t.articleForm.publisher, { exact: true }),
    ];
    await title.fill("عنوان طويل Typed");
    await publisher.fill("The Daily");
    await expect(form.getByText(t.form.draft.saved)).toBeVisible();
    await page.reload();
    await press(page, form.getByRole("button", { name: t.form.discard }));
    await expect(title).toHaveValue("");
    const undo = form.getByRole("button", { name: t.form.undoDiscard });
    await expect(undo).toBeFocused();
    // What was typed since is not written over.
    await publisher.fill("The Weekly");
    await press(page, undo);
    await expect(title).toHaveValue("عنوان طويل Typed");
    await expect(publisher).toHaveValue("The Weekly");
    await expect(form.getByRole("button", { name: t.form.discard })).toBeFocused();
    await expect(form.getByText(t.form.draft.saved)).toBeVisible();
    await page.reload();
    await expect(title).toHaveValue("عنوان طويل Typed");
    await form.getByRole("button", { name: t.form.discard }).click();
    await expect(title).toHaveValue("");
  });

  test(`taking access away asks first, in ${language}`, async ({ page, browser }) => {
    const name = `Rim ${language}`;
    await signIn(page, "admin", language);
    await join(page, await browser.newPage({ baseURL: new URL(page.url()).origin }), name);
    await page.goto(inLanguage(language, "/desk/people"));
    const take = page.getByRole("button", { name: filled(t.people.takeAccessOf, { name }) });
    const question = page.getByRole("alertdialog", { name: filled(t.confirmations.takeAccess, { name }) });
    await press(page, take);
    await expect(question.getByRole("button", { name: t.confirmations.cancel })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(take).toBeFocused();

    await page.getByText(name, { exact: true }).last().click();
    await press(page, page.getByRole("button", { name: new RegExp(`${name}: `) }).first());
    const end = page.getByRole("alertdialog");
    await expect(end.getByRole("button", { name: t.confirmations.cancel })).toBeFocused();
    await press(page, end.getByRole("button", { name: t.people.endSession, exact: true }));
    await expect(page.getByRole("button", { name: new RegExp(`${name}: `) })).toHaveCount(0);

    await press(page, take);
    await expect(question.getByRole("button", { name: t.confirmations.cancel })).toBeFocused();
    await press(page, question.getByRole("button", { name: t.people.takeAccess, exact: true }));
    const give = page.getByRole("button", { name: filled(t.people.giveAccessTo, { name }) });
    await expect(give).toBeFocused();
    await press(page, give);
    await expect(take).toBeFocused();
  });
}

/** Somebody joins the desk by a link of the admin's, in a browser of their own. */
async function join(admin: Page, page: Page, name: string) {
  const t = words.en;
  await admin.goto("/desk/people");
  const form = admin.getByRole("form", { name: t.people.inviteTitle });
  await form.getByLabel(t.people.email).fill(`${name.replace(" ", ".").toLowerCase()}@test.example`);
  await form.getByRole("button", { name: t.people.invite }).click();
  await page.goto((await form.locator("code").textContent()) ?? "");
  const password = "a password of one's own";
  await page.getByLabel(t.invitation.name).fill(name);
  await page.getByLabel(t.invitation.password, { exact: true }).fill(password);
  await page.getByLabel(t.invitation.again, { exact: true }).fill(password);
  await page.getByRole("button", { name: t.invitation.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
}

test("without JavaScript the question is asked, and removals are undone", async ({ page, browser }, {
  project,
}) => {
  const t = words.en;
  await signIn(page, "admin");
  const { id: articleId } = await makeArticle(page, "Undo plainly");
  const { id, slug } = await makeClaim(page, articleId, "Removed plainly");
  await makeEvidence(page, id, "Plain report");
  const storageState = await page.context().storageState();
  const { baseURL } = project.use;
  const context = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`/desk/claims/${slug}`);
  const thing = "Plain report";
  await plain.getByRole("button", { name: filled(t.deskClaim.removeEvidenceOf, { title: thing }) }).click();
  await plain.getByRole("button", { name: filled(t.undo.undoOf, { thing }) }).click();
  await expect(plain.getByRole("link", { name: thing })).toBeVisible();
  await plain.goto("/desk/people");
  await plain
    .getByRole("button", { name: new RegExp(`^${filled(t.people.takeAccessOf, { name: "" })}`) })
    .first()
    .click();
  const question = plain.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: t.confirmations.cancel }).click();
  await expect(question).toBeHidden();
  await context.close();
});
