import type { Page, Route } from "@playwright/test";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";
import { tabTo } from "./keyboard";
import { elsewhere, fillOver } from "./newsroom";

const claimPath = "/desk/claims/chinese-companies-lead-ai-race";

const kept = (page: Page, form: string, language: Language = "en") =>
  page.getByRole("form", { name: form }).getByText(words[language].form.draft.saved);

test("a draft typed in one browser is found in another, until it is saved", async ({ page, browser }) => {
  const [t, form] = [words.en, words.en.deskClaim.fields];
  await signIn(page, "editor");
  await page.goto(claimPath);
  await fillOver(page.getByLabel("Claim in Arabic", { exact: true }), "الشركات الصينية في المقدمة");
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

test("a draft that comes late leaves alone what was typed meanwhile, and brings the rest", async ({
  page,
}) => {
  const t = words.en;
  await signIn(page, "editor");
  await page.goto("/desk/articles/new");
  const form = page.getByRole("form", { name: t.articleForm.newForm });
  const [title, publisher] = [
    form.getByLabel(t.articleForm.title, { exact: true }),
    form.getByLabel(t.articleForm.publisher, { exact: true }),
  ];
  await title.fill("Typed yesterday");
  await publisher.fill("The Daily");
  await expect(kept(page, t.articleForm.newForm)).toBeVisible();

  const asked: Route[] = [];
  await page.route("**/api/desk/drafts?*", (route) => void asked.push(route), { times: 1 });
  await page.goto("/desk/articles");
  await page.goto("/desk/articles/new");
  await title.fill("Typed just now");
  await expect.poll(() => asked.length).toBe(1);
  await asked[0]?.continue();
  await expect(page.getByText(t.form.restored)).toBeVisible();
  await expect(title).toHaveValue("Typed just now");
  await expect(publisher).toHaveValue("The Daily");
  await page.reload();
  await expect(title).toHaveValue("Typed just now");
  await expect(publisher).toHaveValue("The Daily");
  await page.getByRole("button", { name: t.form.discard }).click();
  await expect(title).toHaveValue("");
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
  await fillOver(claim, "Mine, not saved yet.");
  const topic = page.getByRole("group", { name: t.claimFields.topics }).getByRole("checkbox").first();
  await topic.click();
  const mine = await topic.isChecked();

  const other = await elsewhere(browser, page, "publisher", claimPath);
  await fillOver(other.getByLabel("Claim in English", { exact: true }), "Theirs, not mine, saved first.");
  await other.getByLabel(t.claimFields.claimedOn, { exact: true }).fill("2025-03");
  await other.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  await expect(other.getByText(t.form.saved)).toBeVisible();
  await other.context().close();

  await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  const notice = page.getByRole("region", { name: /^Desk Publisher saved/ });
  await expect(notice).toBeFocused();
  await expect(claim).toHaveValue("Mine, not saved yet.");
  await expect(date).toHaveValue("2025-03");
  expect(await topic.isChecked()).toBe(mine);
  const choice = notice.getByRole("group", { name: "Claim in English" });
  await expect(choice.locator("ins").first()).toBeVisible();
  expect(await violations(page, everyRule, "form:has(ins)")).toEqual([]);
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
    await fillOver(claim, "Typed without a session.");
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

/** The bell while something is unread, of whatever number: colleagues' work in other tests may ring it too. */
const ringing = (page: Page) =>
  page.getByRole("link", { name: /^(Notifications: \d+ unread|الإشعارات: .*غير مقروء.*)$/ });

/** A line under the bell, by words of the comment that it is about. */
const noticeOf = (page: Page, comment: string) => page.getByRole("listitem").filter({ hasText: comment });

test("a comment with a mention is heard, opened and answered", async ({ page, browser }) => {
  const path = "/desk/claims/russian-ai-capabilities-are-secret";
  const [t, ar] = [words.en, words.ar];
  await signIn(page, "editor", "ar");
  const other = await elsewhere(browser, page, "publisher", "/desk");
  await page.goto(inLanguage("ar", path));
  const say = page.getByRole("form", { name: ar.discussion.say });
  const text = say.getByRole("textbox");
  await tabTo(page, text);
  await page.keyboard.type("هل نقول هذا يا @Pub");
  await expect(say.getByRole("option", { name: "Desk Publisher" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(text).toHaveValue("هل نقول هذا يا @Desk Publisher ");
  await page.keyboard.type("؟ انظر https://example.org/a");
  await say.getByRole("button", { name: ar.discussion.send }).click();
  await expect(page.getByRole("article").getByRole("link", { name: "https://example.org/a" })).toBeVisible();
  await expect(text).toHaveValue("");

  await other.reload();
  await ringing(other).click();
  const mention = noticeOf(other, "هل نقول هذا");
  await expect(mention).toContainText("Desk Editor mentioned you");
  await expect(mention.getByText(t.notices.unread, { exact: true })).toBeVisible();
  await mention.getByRole("button").click();
  await expect(other).toHaveURL(/russian-ai-capabilities-are-secret#comment-/);
  await other.getByText(t.discussion.answer, { exact: true }).click();
  const answer = other.getByRole("form", { name: "Reply to Desk Editor" });
  await answer.getByRole("textbox").fill("We can say so.");
  await answer.getByRole("button", { name: t.discussion.sendAnswer }).click();
  await expect(other.getByRole("list", { name: "Replies to Desk Editor" })).toContainText("We can say so.");
  await other.goto("/desk/notices");
  await expect(mention.getByText(t.notices.unread, { exact: true })).toHaveCount(0);
  await other.context().close();

  await page.reload();
  await ringing(page).click();
  const answered = noticeOf(page, "We can say so.");
  await expect(answered.getByText(ar.notices.unread, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: ar.notices.readAll }).click();
  await expect(answered).toBeVisible();
  await expect(answered.getByText(ar.notices.unread, { exact: true })).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a comment is written, and a colliding save keeps both versions", async ({ page, context }) => {
    const t = words.en;
    await signIn(page, "editor");
    await page.goto(claimPath);
    const say = page.getByRole("form", { name: t.discussion.say });
    await say.getByRole("textbox").fill("Plain, to @Desk Publisher");
    await say.getByRole("button", { name: t.discussion.send }).click();
    await expect(page.getByRole("article").getByText("@Desk Publisher")).toBeVisible();

    const fields = (of: Page) => ({
      claim: of.getByLabel("Claim in English", { exact: true }),
      date: of.getByLabel(t.claimFields.claimedOn, { exact: true }),
      save: of.getByRole("button", { name: t.deskClaim.saveClaim }),
    });
    const [mine, theirs] = [fields(page), fields(await context.newPage())];
    await page.goto(claimPath);
    await theirs.save.page().goto(claimPath);
    await theirs.claim.fill("Saved first, without a script.");
    await theirs.date.fill("2024-11");
    await theirs.save.click();
    await expect(theirs.save.page().getByText(t.form.saved)).toBeVisible();
    await mine.claim.fill("Saved second, without a script.");
    await mine.save.click();
    await expect(page.getByText("Saved first, without a script.").first()).toBeVisible();
    await expect(mine.claim).toHaveValue("Saved second, without a script.");
    await expect(mine.date).toHaveValue("2024-11");
    await page.getByRole("button", { name: t.form.saveMerged }).click();
    await expect(page.getByText(t.form.saved)).toBeVisible();
    await page.goto(claimPath);
    await expect(mine.claim).toHaveValue("Saved second, without a script.");
    await expect(mine.date).toHaveValue("2024-11");
  });
});

test.describe("while the desk cannot be reached", () => {
  test.use({ expectedStatus: [503] });

  test("the form says that a draft is not kept, and keeps it when it can", async ({ page }) => {
    const t = words.en;
    await signIn(page, "editor");
    await page.goto("/desk/articles/new");
    await page.route("**/api/desk/drafts", (route) => route.fulfill({ status: 503 }));
    await page.getByLabel(t.articleForm.title, { exact: true }).fill("Typed in a tunnel");
    await expect(page.getByText(t.form.draft.offline)).toBeVisible();
    await page.unroute("**/api/desk/drafts");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(kept(page, t.articleForm.newForm)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(t.articleForm.title, { exact: true })).toHaveValue("Typed in a tunnel");
    await page.getByRole("button", { name: t.form.discard }).click();
    await expect(page.getByLabel(t.articleForm.title, { exact: true })).toHaveValue("");
  });

  test("a save that gets no answer is said so in the form, which stays as it was typed", async ({ page }) => {
    const t = words.en;
    await signIn(page, "editor");
    await page.goto("/desk/articles/new");
    const title = page.getByLabel(t.articleForm.title, { exact: true });
    await title.fill("Sent into a tunnel");
    await page.route("**/desk/articles/new", (route) =>
      route.request().method() === "POST" ? route.abort("aborted") : route.continue(),
    );
    await page.getByRole("button", { name: t.articleForm.create }).click();
    await expect(page.getByText(t.errors.unavailable)).toBeVisible();
    await expect(title).toHaveValue("Sent into a tunnel");
    await page.unroute("**/desk/articles/new");
    await page.getByRole("button", { name: t.articleForm.create }).click();
    await expect(page.getByText(t.errors.invalid, { exact: true })).toBeVisible();
    await expect(title).toHaveValue("Sent into a tunnel");
    await page.reload();
    await page.getByRole("button", { name: t.form.discard }).click();
  });
});
