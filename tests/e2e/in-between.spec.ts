import type { Page } from "@playwright/test";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

const PASSWORD = "a password of one's own";

/** Somebody joins the desk by an admin's link, in a browser of their own. */
async function joined(page: Page, email: string, name: string): Promise<void> {
  const t = words.en;
  await page.goto("/desk/people");
  const form = page.getByRole("form", { name: t.people.inviteTitle });
  await form.getByLabel(t.people.email).fill(email);
  await form.getByRole("button", { name: t.people.invite }).click();
  await expect(form.getByText(t.people.linkMail.off)).toBeVisible();
  const link = (await form.locator("code").textContent()) ?? "";
  const own = await page.context().browser()?.newPage();
  if (!own) throw new Error("There is no browser.");
  await own.goto(link);
  await own.getByLabel(t.invitation.name).fill(name);
  await own.getByLabel(t.invitation.password, { exact: true }).fill(PASSWORD);
  await own.getByLabel(t.invitation.again, { exact: true }).fill(PASSWORD);
  await own.getByRole("button", { name: t.invitation.submit }).click();
  await expect(own.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
  await own.context().close();
}

for (const language of ["en", "ar"] as Language[]) {
  test(`access that was taken away stays so, whatever an older page saves, in ${language}`, async ({
    page,
  }) => {
    const [t, name] = [words[language], `Old page ${language}`];
    const named = (words: string) => words.replace("{name}", name);
    await signIn(page, "admin", "en");
    await joined(page, `old-page-${language}@test.example`, name);
    const older = await page.context().newPage();
    // It stays as it was: a page that hears of the change shows it.
    await older.route("**/api/desk/live**", () => {});
    for (const one of [page, older]) await one.goto(inLanguage(language, "/desk/people"));
    await page.getByRole("button", { name: named(t.people.takeAccessOf) }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: t.people.takeAccess }).click();
    await expect(page.getByRole("button", { name: named(t.people.giveAccessTo) })).toBeVisible();
    await older.getByLabel(named(t.people.roleOf), { exact: true }).selectOption("publisher");
    await older.getByRole("button", { name: named(t.people.saveRoleOf) }).click();
    await expect(older.getByText(t.errors.conflict)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: named(t.people.giveAccessTo) })).toBeVisible();
  });
}
