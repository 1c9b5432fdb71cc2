import { everyRule, violations } from "./axe";
import { command, makeArticle } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

const places = {
  en: ["Aden", "Basra", "Cairo", "Doha", "Erbil", "Fez", "Gaza", "Homs", "Irbid"],
  ar: ["عدن", "البصرة", "القاهرة", "الدوحة", "أربيل", "فاس", "غزة", "حمص", "إربد"],
} as const;
const office = { en: "Harbour Bureau of", ar: "هيئة ميناء" } as const;

const control = (template: string, language: Language) =>
  (template.match(language === "ar" ? /ar \{([^}]*)\}/ : /other \{([^}]*)\}/) ?? [])[1] ?? "";

for (const language of ["en", "ar"] as Language[]) {
  test(`a name that many share offers the closest and says how many there are, in ${language}`, async ({
    page,
  }) => {
    const t = words[language];
    await signIn(page, "editor", language);
    const article = await makeArticle(page, `Ports (${language})`);
    for (const place of places[language]) {
      const { id: claimId } = await command<{ id: string }>(page, "create-claim", {
        articleId: article.id,
        language,
        text: { [language]: place },
        claimant: { names: { [language]: `${office[language]} ${place}` }, create: true },
        quote: "$6M",
      });
      await command(page, "archive-claim", { claimId });
    }
    await page.goto(inLanguage(language, `/desk/articles/${article.slug}/claims/new`));
    const group = page.getByRole("radiogroup", { name: t.claimFields.claimant });
    const name = page.getByLabel(control(t.claimFields.claimantIn, language), { exact: true });
    await name.fill(office[language]);
    const said = t.claimFields.offeredOf.replace("{count, number}", "8").replace("{total, number}", "9");
    await expect(group.getByText(said)).toBeVisible();
    await expect(group.getByRole("radio", { name: office[language] })).toHaveCount(8);
    expect(await violations(page, everyRule, "form")).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await name.fill(`${office[language]} ${places[language][8]}`);
    await expect(group.getByText(said)).toHaveCount(0);
    await expect(group.getByRole("radio", { name: office[language] })).toHaveCount(1);
    await page.goto(inLanguage(language, `/desk/claimants?q=${encodeURIComponent(office[language])}`));
    await expect(page.getByText(t.named.found.replace("{count, number}", "9"))).toBeVisible();
  });
}
