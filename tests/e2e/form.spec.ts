import { limits } from "@/lib/text/limits";
import { command, makeArticle, makeClaim } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { fillOver } from "./newsroom";

const noteLabel: Record<Language, string> = { en: "Note in English", ar: "ملاحظة بالعربية" };
const note: Record<Language, string> = {
  en: "The first paragraph.\r\n\r\nThe second one.",
  ar: "الفقرة الأولى.\r\n\r\nالفقرة الثانية.",
};
const paragraphsOf = (language: Language) => note[language].split(/\r\n\r\n/);
// One title a language: the tests share one desk.
const titleOf = (language: Language) => `Two paragraphs (${language})`;
const tooMany: Record<Language, RegExp> = {
  en: /^7 characters too many: at most 5,000$/,
  ar: /7 أحرف.*5,000/,
};

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language].evidenceForm;
  const errors = words[language].fields.errors;

  test(`what is typed is stored in one form, and nothing of it is lost, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const article = await makeArticle(page, `An article of forms (${language})`);
    const { id: claimId, slug } = await makeClaim(page, article.id, `A claim of forms in ${language}`);
    await page.goto(inLanguage(language, `/desk/claims/${slug}`));
    const form = page.getByRole("form", { name: t.add });
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const [title, excerpt] = [field(t.title), field(t.excerpt)];

    // What must be filled in says so, and the form says what the star means.
    await expect(form.getByText(words[language].form.required)).toBeVisible();
    const star = (of: string) =>
      form.locator(`label[for$="${of}"]`).evaluate((label) => getComputedStyle(label, "::after").content);
    expect(await star("title")).toContain("*");
    expect(await star("excerpt")).toBe("none");

    // A title that shows nothing is none; an excerpt that is too long stays whole.
    const long = `${"كلمة ".repeat(limits.excerpt / 5)}1234567`;
    await fillOver(title, "\u200B\u2800\u00AD");
    await fillOver(excerpt, long);
    await expect(form.getByText(tooMany[language]).first()).toBeVisible();
    await field(t.url).fill("https://example.org/paragraphs");
    await field(t.publisher).fill("Example");
    await field(t.stance).selectOption("context");
    await field(t.language).fill(language);
    await field(noteLabel[language]).evaluate((control, text) => {
      const pasted = new DataTransfer();
      pasted.setData("text/plain", text);
      (control as HTMLTextAreaElement).focus();
      document.execCommand("insertText", false, pasted.getData("text/plain"));
    }, note[language]);
    await form.getByRole("button", { name: t.add }).click();
    await expect(title).toHaveAttribute("aria-invalid", "true");
    await expect(form.getByText(errors.required)).toBeVisible();
    await expect(excerpt).toHaveAttribute("aria-invalid", "true");
    await expect(form.getByText(errors.too_long)).toBeVisible();
    expect(await excerpt.inputValue()).toBe(long);

    await fillOver(title, titleOf(language));
    await fillOver(excerpt, "Short.");
    await expect(form.getByText(tooMany[language])).toHaveCount(0);
    await form.getByRole("button", { name: t.add }).click();
    await expect(form.getByText(words[language].form.saved)).toBeVisible();

    const { data } = await (await page.request.get(`/api/v1/desk/claims/${slug}`)).json();
    const stored = data.evidence.find((one: { title: string }) => one.title === titleOf(language));
    expect(stored.note[language]).toBe(paragraphsOf(language).join("\n\n"));

    await command(page, "propose-verdict", {
      claimId,
      kind: "publication",
      rating: "needs_context",
      summary: { [language]: note[language] },
      reasons: { [language]: note[language] },
      note: {},
    });
    await page.goto(inLanguage(language, `/desk/claims/${slug}/preview`));
    const added = page.getByRole("listitem").filter({ hasText: titleOf(language) });
    for (const paragraph of paragraphsOf(language)) {
      await expect(added.locator("p", { hasText: paragraph }).last()).toHaveText(paragraph);
    }
  });
}
