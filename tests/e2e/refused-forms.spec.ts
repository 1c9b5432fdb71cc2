import type { Locator } from "@playwright/test";
import { command, makeArticle, makeClaim } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

/** The words that a control is described by. */
const description = (control: Locator) =>
  control.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];
  const errors = t.fields.errors;

  test(`in ${language} › a plan with a wrong date keeps what was chosen, and the date has the focus`, async ({
    page,
  }) => {
    await signIn(page, "admin", language);
    const article = await makeArticle(page, `Refused plans (${language})`);
    const { slug } = await makeClaim(page, article.id, `A plan refused in ${language}`);
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const form = page.getByRole("form", { name: t.deskClaim.plan });
    const [person, due, priority] = [
      form.getByLabel(t.deskClaim.assignee),
      form.getByLabel(t.deskClaim.dueOn),
      form.getByLabel(t.deskClaim.priority),
    ];
    await person.selectOption({ index: 1 });
    await priority.selectOption({ index: 0 });
    const chosen = [await person.inputValue(), await priority.inputValue()];
    await due.fill("٣١ فبراير ٢٠٢٧");
    await form.getByRole("button").click();
    await expect(due).toBeFocused();
    expect(await description(due)).toContain(errors.date_none);
    await expect(person).not.toHaveAttribute("aria-invalid");
    await expect(due).toHaveValue("٣١ فبراير ٢٠٢٧");
    expect([await person.inputValue(), await priority.inputValue()]).toEqual(chosen);
    await due.fill("٢٨ فبراير ٢٠٢٧");
    await form.getByRole("button").click();
    await expect(due).toHaveValue("2027-02-28");
    expect([await person.inputValue(), await priority.inputValue()]).toEqual(chosen);
  });

  test(`in ${language} › a verdict without a rating asks for it, then for its words`, async ({ page }) => {
    await signIn(page, "editor", language);
    const article = await makeArticle(page, `Refused verdicts (${language})`);
    const { id, slug } = await makeClaim(page, article.id, `A verdict refused in ${language}`);
    await command(page, "add-evidence", {
      claimId: id,
      title: "DeepSeek-V3 Technical Report",
      url: "https://arxiv.org/abs/2412.19437",
      publisher: "arXiv",
      language: "en",
      stance: "refutes",
      accessedOn: "2025-05-01",
    });
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const form = page.getByRole("form", { name: t.deskClaim.propose });
    const rating = form.getByRole("radiogroup", { name: t.deskClaim.rating });
    const submit = form.getByRole("button", { name: t.deskClaim.propose });
    await submit.click();
    await expect(rating).toBeFocused();
    expect(await description(rating)).toContain(errors.required);
    await rating.getByRole("radio").first().check();
    await submit.click();
    const summary = form.locator(`[name="summary.en"]`);
    await expect(summary).toBeFocused();
    expect(await description(summary)).toContain(errors.required);
    await expect(rating.getByRole("radio").first()).toBeChecked();
  });

  test(`in ${language} › a space in a field that may be empty is nothing`, async ({ page }) => {
    await signIn(page, "editor", language);
    await page.goto(inLanguage(language, "/desk/articles/new"));
    const field = (name: string) => page.locator(`main form [name="${name}"]`);
    await field("title").fill(`A space for an author (${language})`);
    await field("publisher").fill("Example");
    await field("author").fill(" \u200B");
    await field("url").fill(" ");
    await field("publishedOn").fill(" ");
    await field("language").fill(language);
    await field("text").fill("A text.");
    await page.getByRole("button", { name: t.articleForm.create }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("A space for an author");
  });
}
