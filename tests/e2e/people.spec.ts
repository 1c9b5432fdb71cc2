import type { Page } from "@playwright/test";
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
