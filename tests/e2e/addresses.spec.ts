import type { Locator, Page } from "@playwright/test";
import { makeArticle, makeClaim } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { fillOver } from "./newsroom";

/** Pastes as a person does, so that the browser does with the text what it does with any that is pasted. */
async function paste(page: Page, field: Locator, text: string) {
  await fillOver(field, "");
  await field.focus();
  await page.keyboard.insertText(text);
}

/** Where a piece of a text stands on the screen, from the left. */
const leftOf = (locator: Locator, text: string) =>
  locator.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return range.getBoundingClientRect().left;
    }
    throw new Error(`There is no ${wanted}`);
  }, text);

const path = "/خبر-عن-الماء/2025/cafe\u0301";

for (const language of ["en", "ar"] as Language[]) {
  const { evidenceForm: t, fields } = words[language];

  test(`an address from a phone, in ${language}`, async ({ page }) => {
    await signIn(page, "editor", language);
    const article = await makeArticle(page, `Addresses (${language})`);
    const { slug } = await makeClaim(page, article.id, `An address from a phone (${language})`);
    await page.goto(inLanguage(language, `/desk/claims/${encodeURIComponent(slug)}`));
    const form = page.getByRole("form", { name: t.add });
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const [url, send] = [field(t.url), form.getByRole("button", { name: t.add })];
    await field(t.title).fill("Water");
    await field(t.publisher).fill("The Daily");
    await field(t.stance).selectOption("context");
    await field(t.language).fill("ar");

    for (const [text, fault] of [
      ["www.example.org/x", "url_no_scheme"],
      ["https:/example.org/x", "url_slashes"],
      ["https://example.org/long-\npath", "url_space"],
      ["https://example.org/a\u202Eb", "url_hidden"],
      ["https://example", "url_host"],
    ] as const) {
      await paste(page, url, text);
      await send.click();
      await expect(form.getByText(fields.errors[fault])).toBeVisible();
      await expect(url).toBeFocused();
      await expect(url).toHaveAccessibleDescription(new RegExp(fields.errors[fault].slice(0, 12)));
    }

    const address = `http://موقع.وزارة-الاتصالات.مصر${path}`;
    await paste(page, url, `\u200F\u2067\u200B${address}\u2069\u00A0\u200E`);
    await send.click();
    await expect(form.getByText(words[language].form.saved)).toBeVisible();
    const shown = page
      .getByRole("region", { name: words[language].deskClaim.evidence, exact: true })
      .getByRole("listitem")
      .filter({ hasText: "Water" });
    await expect(shown.getByRole("link")).toHaveAttribute("href", address);
    const whole = shown.locator("bdi", { hasText: address }).first();
    expect(await leftOf(whole, "http://")).toBeLessThan(await leftOf(whole, "وزارة"));
    expect(await leftOf(whole, "وزارة")).toBeLessThan(await leftOf(whole, "/2025"));
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

test.describe("paths as they come out of a chat", () => {
  test.use({ expectedStatus: [400, 404] });

  test("lead to their page, or to none", async ({ page, request }) => {
    const slug = "russian-ai-capabilities-are-secret";
    for (const [copied, target] of [
      [`/claims/${slug}.`, `/claims/${slug}`],
      [`/claims/${slug}).?q=1`, `/claims/${slug}?q=1`],
      [`/ar/claims/${slug}%E2%80%8F`, `/ar/claims/${slug}`],
      [`/ar/claims/%E2%80%8B${slug}%D8%8C`, `/ar/claims/${slug}`],
      [`/api/v1/claims/${slug}).`, `/api/v1/claims/${slug}`],
      [`/desk/claims/${slug}.`, `/desk/claims/${slug}`],
      ["/desk/topics/caf%65%CC%81", "/desk/topics/caf%C3%A9"],
      ["/ar/desk/claimants/cafe%CC%81?x=1", "/ar/desk/claimants/caf%C3%A9?x=1"],
    ] as const) {
      const answer = await request.get(copied, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location?.replace(/^http:\/\/[^/]+/, "")], copied).toEqual([
        308,
        target,
      ]);
    }
    for (const broken of [
      "/claims/%E0%A4",
      "/ar/claims/%E0%A4",
      "/articles/%E0%A4",
      "/claims/%E0%A4/revisions/1",
      "/api/v1/claims/%E0%A4",
      "/desk/claims/%E0%A4",
      "/desk/topics/%E0%A4",
      "/%E0%A4",
    ]) {
      const answer = await request.get(broken, { maxRedirects: 0 });
      expect([400, 404], `${broken}: ${answer.status()}`).toContain(answer.status());
    }
    await page.goto(`/claims/${slug}).`);
    await expect(page).toHaveURL(new RegExp(`/claims/${slug}$`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("are found in both normal forms", async ({ page, request }) => {
    await signIn(page, "editor");
    const article = await makeArticle(page, "Café");
    const claim = await makeClaim(page, article.id, "Le café coûte cher");
    await page.request.post("/api/v1/desk/release-claim", { data: { claimId: claim.id } });
    const [nfc, nfd] = [claim.slug, claim.slug.normalize("NFD")].map(encodeURIComponent);
    for (const before of ["/claims/", "/ar/claims/", "/api/v1/claims/", "/desk/claims/"]) {
      const answer = await request.get(`${before}${nfd}?x=1`, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location?.replace(/^http:\/\/[^/]+/, "")], before).toEqual([
        308,
        `${before}${nfc}?x=1`,
      ]);
    }
    await page.goto(`/claims/${nfd}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Le café coûte cher");
  });
});
