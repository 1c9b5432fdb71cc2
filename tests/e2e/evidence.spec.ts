import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { fillOver } from "./newsroom";

const path = "/desk/claims/russian-ai-capabilities-are-secret";
const reasonLabel: Record<Language, string> = { en: "Reason in Arabic", ar: "السبب بالعربية" };
// One title a language: the tests share one desk.
const titleOf = (language: Language) => `Source kept apart (${language})`;

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language].evidenceForm;

  test(`the form of evidence asks for what its kind needs and loses nothing, in ${language}`, async ({
    page,
  }) => {
    await signIn(page, "editor", language);
    await page.goto(inLanguage(language, path));
    const form = page.getByRole("form", { name: t.add });
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const [kind, url, reason] = [field(t.kind), field(t.url), field(reasonLabel[language])];
    await expect(reason).toBeHidden();
    await expect(field(t.accessedOn)).not.toHaveValue("");
    await fillOver(url, "https://example.org/a");

    await kind.selectOption("interview");
    await expect(field(t.accessedOnOf.interview)).toHaveValue("");
    await expect(field(t.publisherOf.interview)).toBeVisible();
    await kind.selectOption("protected_source");
    await expect(url).toBeHidden();
    await kind.selectOption("web");
    await expect(url).toHaveValue("https://example.org/a");
    await expect(field(t.accessedOn)).not.toHaveValue("");

    await kind.selectOption("protected_source");
    await field(t.title).fill(titleOf(language));
    await form.getByRole("button", { name: t.add }).click();
    await expect(field(t.stance)).toHaveAttribute("aria-invalid", "true");
    await expect(field(t.language)).toHaveAttribute("aria-invalid", "true");
    await expect(reason).toHaveAttribute("aria-invalid", "true");

    await field(t.stance).selectOption("context");
    await field(t.language).fill("ar");
    await field(t.accessedOnOf.protected_source).fill("2025-05-01");
    await reason.fill("يخشى على عمله.");
    await form.getByRole("button", { name: t.add }).click();
    await expect(form.getByText(words[language].form.saved)).toBeVisible();
    const added = page
      .getByRole("region", { name: words[language].deskClaim.evidence, exact: true })
      .getByRole("listitem")
      .filter({ hasText: titleOf(language) });
    await expect(added).toContainText(words[language].evidence.kinds.protected_source);
    await expect(added).toContainText("يخشى على عمله.");
    await expect(added.getByRole("link")).toHaveCount(0);
    await expect(kind).toHaveValue("web");
    await expect(reason).toBeHidden();
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every field is there, and an untouched stance is refused", async ({ page }) => {
    const t = words.en.evidenceForm;
    await signIn(page, "editor");
    await page.goto(path);
    const form = page.getByRole("form", { name: t.add });
    await expect(form.getByLabel(t.url, { exact: true })).toBeVisible();
    await expect(form.getByLabel(reasonLabel.en, { exact: true })).toBeVisible();
    await form.getByLabel(t.url, { exact: true }).fill("https://example.org/typed");
    await form.getByLabel(t.title, { exact: true }).fill("Typed without scripts");
    await form.getByLabel(t.publisher, { exact: true }).fill("The Daily");
    await form.getByRole("button", { name: t.add }).click();
    await expect(form.getByLabel(t.stance, { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(form.getByLabel(t.url, { exact: true })).toHaveValue("https://example.org/typed");
    await expect(form.getByLabel(t.title, { exact: true })).toHaveValue("Typed without scripts");
  });
});
