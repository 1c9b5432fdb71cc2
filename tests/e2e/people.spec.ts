import type { Page } from "@playwright/test";
import { totpCode } from "@/lib/desk/auth/totp";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";

const password = "a password of one's own";

/** An admin invites somebody; answers the link, which is shown once. */
async function invite(page: Page, email: string, language: Language): Promise<string> {
  const t = words[language].people;
  await page.goto(inLanguage(language, "/desk/people"));
  const form = page.getByRole("form", { name: t.inviteTitle });
  await form.getByLabel(t.email).fill(email);
  await form.getByRole("button", { name: t.invite }).click();
  await expect(form.getByText(t.linkMail.off)).toBeVisible();
  const link = await form.locator("code").textContent();
  await expect(page.getByRole("heading", { level: 3, name: email })).toBeVisible();
  await page.reload();
  await expect(page.getByText(link ?? "")).toHaveCount(0);
  return link ?? "";
}

/** Whoever is invited chooses a name and a password, and is at the desk. */
async function join(
  page: Page,
  link: string,
  { name, email }: { name: string; email: string },
  language: Language,
) {
  const t = words[language];
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel(t.invitation.name).fill(name);
  await page.getByLabel(t.invitation.password, { exact: true }).fill(password);
  await page.getByLabel(t.invitation.again, { exact: true }).fill(password);
  await page.getByRole("button", { name: t.invitation.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
}

/** Sets up an authenticator app on one's account; answers its secret and the backup codes. */
async function setUpApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  const t = words.en.twoFactor;
  await page.goto("/desk/account");
  const section = page.getByRole("region", { name: t.title });
  await section.getByLabel(t.current).fill(password);
  await section.getByRole("button", { name: t.begin }).click();
  await expect(section.getByRole("img", { name: t.qr })).toBeVisible();
  const secret = ((await section.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const form = section.getByRole("form", { name: t.confirm });
  await form.getByLabel(t.code).fill("12345");
  await form.getByRole("button", { name: t.confirm }).click();
  await expect(form.getByText(words.en.fields.errors.code_wrong)).toBeVisible();
  await form.getByLabel(t.code).fill(totpCode(secret, new Date()));
  await form.getByRole("button", { name: t.confirm }).click();
  await expect(section.getByText(t.codesHelp)).toBeVisible();
  const codes = ((await section.locator("code").textContent()) ?? "").split("\n");
  return { secret, codes };
}

/** The first step of signing in; ends where the code is asked for. */
async function givePassword(page: Page, email: string) {
  const t = words.en.signIn;
  await page.goto("/sign-in?next=/desk/account");
  await page.getByLabel(t.email).fill(email);
  await page.getByLabel(t.password).fill(password);
  await page.getByRole("button", { name: t.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: t.codeTitle })).toBeVisible();
}

/** The second step; ends on the account's page. */
async function giveCode(page: Page, code: string) {
  await page.getByLabel(words.en.signIn.code).fill(code);
  await page.getByRole("button", { name: words.en.signIn.submit }).click();
  await expect(page).toHaveURL(/\/desk\/account$/);
}

for (const language of ["en", "ar"] as Language[]) {
  test(`a person joins by a link in ${language}`, async ({ page }) => {
    const [t, email] = [words[language], `joins-${language}@test.example`];
    await signIn(page, "admin", language);
    const link = await invite(page, email, language);
    await signOut(page, language);
    await join(page, link, { name: "Rim", email }, language);
    await signOut(page, language);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: t.invitation.over.used })).toBeVisible();
  });
}

test.describe("with an authenticator app", () => {
  // Whoever's session was ended is sent away by the page, whose live connection is answered with 401.
  test.use({ expectedStatus: [401] });

  test("signing in takes a code, and an admin ends the session at once", async ({ page, browser }) => {
    test.setTimeout(120_000);
    const [email, name] = ["app@test.example", "Nour"];
    await signIn(page, "admin");
    const link = await invite(page, email, "en");
    const own = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
    await join(own, link, { name, email }, "en");
    const { secret, codes } = await setUpApp(own);
    expect(codes).toHaveLength(10);
    await signOut(own);
    await givePassword(own, email);
    await own.goto("/desk/account");
    await expect(own).toHaveURL(/\/sign-in/);
    await givePassword(own, email);
    await giveCode(own, totpCode(secret, new Date()));
    await signOut(own);
    await givePassword(own, email);
    await giveCode(own, codes[0] ?? "");
    await page.goto("/desk/people");
    const row = page.getByRole("row").filter({ hasText: email });
    await row.locator("summary").click();
    await row.getByRole("button", { name: new RegExp(`^End the session of ${name}`) }).click();
    const question = row.getByRole("alertdialog");
    await question.getByRole("button", { name: words.en.people.endSession }).click();
    await expect(row.getByText(/no active sessions/)).toBeVisible();
    await own.goto("/desk/account");
    await expect(own).toHaveURL(/\/sign-in/);
    await row.getByRole("button", { name: `Turn off the authenticator app of ${name}` }).click();
    await question.getByRole("button", { name: words.en.people.takeTwoFactor }).click();
    await expect(row.getByText(words.en.people.twoFactor)).toHaveCount(0);
    await own.context().close();
  });
});
