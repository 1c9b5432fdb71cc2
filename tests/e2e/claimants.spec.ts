import type { Locator, Page } from "@playwright/test";
import { everyRule, violations } from "./axe";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { fillOver } from "./newsroom";

const newClaim = "/desk/articles/deepseek-china-russia-digest/claims/new";

/** The names that a language's tests use: all tests share one desk. */
const ministries = {
  en: [
    { en: "Ministry of Health of Egypt", ar: "وزارة الصحة" },
    { en: "Ministry of Health of Jordan", ar: "وزارة الصحة" },
  ],
  ar: [
    { en: "Central Bank in Cairo", ar: "البنك المركزي" },
    { en: "Central Bank in Amman", ar: "البنك المركزي" },
  ],
} as const;

function fieldsOf(page: Page, language: Language) {
  const t = words[language].claimFields;
  const named = (template: string, of: Language) =>
    page.getByLabel((template.match(of === "ar" ? /ar \{([^}]*)\}/ : /other \{([^}]*)\}/) ?? [])[1] ?? "", {
      exact: true,
    });
  return {
    quote: page.getByLabel(t.quote, { exact: true }),
    text: named(t.textIn, "en"),
    en: named(t.claimantIn, "en"),
    ar: named(t.claimantIn, "ar"),
    claimant: page.getByRole("radiogroup", { name: t.claimant }),
    submit: page.getByRole("button", { name: words[language].newClaim.submit }),
  };
}

/** Fills in a new claim but for who said it. */
async function beginClaim(page: Page, language: Language, text: string) {
  await page.goto(inLanguage(language, newClaim));
  const fields = fieldsOf(page, language);
  await fillOver(fields.quote, await wordsOfArticle(page));
  await fillOver(fields.text, text);
  await page.getByLabel(words[language].claimFields.language, { exact: true }).fill("en");
  return fields;
}

/** Words that stand in the article once. */
async function wordsOfArticle(page: Page): Promise<string> {
  const response = await page.request.get("/api/v1/claims/latent-attention-cuts-memory-to-five-percent");
  return (await response.json()).source.quote.exact;
}

const nameOf = ({ en, ar }: { en: string; ar: string }) => new RegExp(`^${en} · ${ar}`);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const chosen = (group: Locator) => group.getByRole("radio", { checked: true });

for (const language of ["en", "ar"] as Language[]) {
  test(`two claimants of one Arabic name are told apart, in ${language}`, async ({ page }) => {
    const t = words[language];
    const [egypt, jordan] = ministries[language];
    await signIn(page, "editor", language);
    const first = await beginClaim(page, language, `The budget rose, says the first (${language}).`);
    await fillOver(first.en, egypt.en);
    await fillOver(first.ar, egypt.ar);
    await first.submit.click();
    await expect(heading(page)).toContainText("says the first");

    const second = await beginClaim(page, language, `The budget fell, says the second (${language}).`);
    await fillOver(second.en, jordan.en);
    await fillOver(second.ar, jordan.ar);
    await expect(second.claimant.getByRole("radio", { name: nameOf(egypt) })).toBeVisible();
    await second.submit.click();
    await expect(second.claimant).toBeFocused();
    await expect(second.claimant).toContainText(t.fields.errors.unclear);
    expect(await violations(page, everyRule, "form")).toEqual([]);
    await expect(second.en).toHaveValue(jordan.en);
    await second.claimant.getByRole("radio", { name: t.claimFields.another }).check();
    await second.submit.click();
    await expect(heading(page)).toContainText("says the second");
    await expect(chosen(fieldsOf(page, language).claimant)).toHaveAccessibleName(nameOf(jordan));

    // Both are found by the one name, each with its own claims.
    await page.goto(inLanguage(language, `/desk/claimants?q=${encodeURIComponent(egypt.ar)}`));
    await expect(page.getByRole("link", { name: nameOf(egypt) })).toBeVisible();
    await page.getByRole("link", { name: nameOf(jordan) }).click();
    await expect(heading(page)).toContainText(jordan.en);
    await expect(page.getByRole("checkbox")).toHaveCount(1);
  });
}

test("a known claimant is taken while the name is typed, and nobody on purpose", async ({ page }) => {
  const t = words.en;
  await signIn(page, "editor");
  const fields = await beginClaim(page, "en", "Somebody knows it.");
  await fields.submit.click();
  await expect(fields.claimant).toContainText(t.fields.errors.claimant_choice);
  await fields.en.fill("deep seek");
  await fields.en.fill("deepseek");
  await fields.claimant.getByRole("radio", { name: /^DeepSeek · ديب سيك/ }).check();
  await fields.submit.click();
  await expect(heading(page)).toContainText("Somebody knows it.");
  const group = fieldsOf(page, "en").claimant;
  await expect(chosen(group)).toHaveAccessibleName(/^DeepSeek/);
  await group.getByRole("radio", { name: t.claimFields.nobodyNamed }).check();
  await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  await expect(page.getByText(t.form.saved)).toBeVisible();
  await page.reload();
  await expect(chosen(group)).toHaveAccessibleName(t.claimFields.nobodyNamed);
});

test("a name is mended and claims are moved to another claimant", async ({ page }) => {
  const t = words.en;
  await signIn(page, "editor");
  const first = await beginClaim(page, "en", "The first of two claims of Misspelt.");
  await first.en.fill("Quincy Misspelt");
  await first.submit.click();
  await expect(heading(page)).toContainText("first of two");
  const second = await beginClaim(page, "en", "The second of two claims of Misspelt.");
  await second.en.fill("quincy misspelt");
  await second.claimant.getByRole("radio", { name: /^Quincy Misspelt/ }).check();
  await second.submit.click();
  await expect(heading(page)).toContainText("second of two");

  await page.getByRole("link", { name: t.deskNav.claimants, exact: true }).click();
  await page.getByLabel(t.named.claimants.find).fill("quincy");
  await page.getByRole("button", { name: t.named.search, exact: true }).click();
  await page.getByRole("link", { name: "Quincy Misspelt" }).click();
  const rename = page.getByRole("form", { name: t.named.rename });
  await fillOver(rename.getByLabel("Name in English"), "Quincy Spelt");
  await rename.getByRole("button", { name: t.named.rename }).click();
  await expect(rename.getByText(t.form.saved)).toBeVisible();
  await expect(heading(page)).toHaveText("Quincy Spelt");

  const split = page.getByRole("form", { name: t.named.split });
  await split.getByRole("checkbox", { name: /second of two/ }).check();
  await split.getByLabel("Claimant in English").fill("Quincy Spelt");
  await split.getByRole("button", { name: t.named.split }).click();
  await expect(split.getByText(t.errors.claimant_unclear)).toBeVisible();
  await expect(split.getByRole("checkbox", { name: /second of two/ })).toBeChecked();
  await split.getByRole("radio", { name: t.claimFields.another }).check();
  await split.getByRole("button", { name: t.named.split }).click();
  await expect(split.getByText(t.form.saved)).toBeVisible();
  await expect(split.getByRole("checkbox")).toHaveCount(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form asks who is meant, and loses nothing", async ({ page }) => {
    const t = words.en;
    await signIn(page, "editor");
    const fields = await beginClaim(page, "en", "Said without a script.");
    await fields.en.fill("Deep seek");
    await page.getByLabel("New topic in English").fill("costs");
    await fields.submit.click();
    await expect(fields.claimant).toContainText(t.fields.errors.unclear);
    await expect(fields.text).toHaveValue("Said without a script.");
    await expect(fields.en).toHaveValue("Deep seek");
    const topic = page.getByRole("radiogroup", { name: t.claimFields.topicQuestion });
    await topic.getByRole("radio", { name: /^Cost · الكلفة/ }).check();
    await fields.claimant.getByRole("radio", { name: /^DeepSeek · ديب سيك/ }).check();
    await fields.submit.click();
    await expect(heading(page)).toContainText("Said without a script.");
    await expect(chosen(fieldsOf(page, "en").claimant)).toHaveAccessibleName(/^DeepSeek/);
    await expect(page.getByRole("checkbox", { name: "Cost" })).toBeChecked();
  });
});
