import { verifyEvents } from "@/lib/desk/audit/verify";
import { atomFeed } from "@/lib/exchange/feeds/feed";
import { locales } from "@/lib/i18n/locales";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

const corrected = "/claims/latent-attention-cuts-memory-to-five-percent";

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test.describe(`in ${language}`, () => {
    test("a correction shows the words that it changed", async ({ page }) => {
      await page.goto(inLanguage(language, corrected));
      await page.getByRole("link", { name: t.compare.linkSince.replace("{number, number}", "1") }).click();
      await expect(page).toHaveURL(/\/compare\?from=1&to=2/);
      const note = page.getByRole("region", { name: t.compare.parts.note });
      await expect(note.locator("ins").first()).toBeVisible();
      await expect(note.getByText(t.compare.absent).first()).toBeVisible();
      const [older, newer] = [
        page.locator("#verdict > div > div").first(),
        page.locator("#verdict > div > div").last(),
      ];
      const [left, right] = [await older.boundingBox(), await newer.boundingBox()];
      const olderFirst = (left?.x ?? 0) < (right?.x ?? 0);
      expect(olderFirst).toBe(language === "en");
    });

    test("the corrections lead to a feed in the reader's language", async ({ page, request }) => {
      await page.goto(inLanguage(language, "/corrections"));
      const href = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
      const answer = await request.get(href ?? "");
      expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
      const [lang, title, entries] = await page.evaluate(
        (text) => {
          const feed = new DOMParser().parseFromString(text, "application/xml").documentElement;
          return [
            feed.getAttribute("xml:lang"),
            feed.querySelector("title")?.textContent,
            feed.querySelectorAll("entry").length,
          ];
        },
        await answer.text(),
      );
      expect([lang, title, entries]).toEqual([language, t.corrections.feedTitle, 2]);
      const known = await request.get(href ?? "", {
        headers: { "if-none-match": answer.headers().etag ?? "" },
      });
      expect(known.status()).toBe(304);
      const link = page.getByRole("main").getByRole("link", { name: "JSON Feed" });
      const json = await (await request.get((await link.getAttribute("href")) ?? "")).json();
      expect(json).toMatchObject({ language, items: [{}, {}] });
    });

    test("an admin finds an event, and what it changed", async ({ page }) => {
      await signIn(page, "admin", language);
      await page.getByRole("link", { name: t.deskNav.log, exact: true }).click();
      await page.getByLabel(t.eventLog.q, { exact: true }).fill(corrected);
      await page.getByLabel(t.eventLog.action, { exact: true }).selectOption("verdict.propose");
      await page.getByRole("button", { name: t.eventLog.submit, exact: true }).click();
      await expect(page).toHaveURL(/action=verdict\.propose/);
      const events = page
        .getByRole("main")
        .locator("tbody > tr")
        .filter({ has: page.locator("time") });
      await expect(events).toHaveCount(2);
      await events.first().locator("summary").click();
      await expect(events.first().getByText(t.status.disputed, { exact: true })).toBeVisible();
      const answer = await page.request.get("/api/v1/events.ndjson");
      const check = await verifyEvents((await answer.text()).split("\n"));
      expect(check.sound).toBe(true);
    });
  });
}

test.describe("an editor", () => {
  test.use({ expectedStatus: [403] });

  test("has no way into the whole log", async ({ page }) => {
    await signIn(page, "editor");
    await expect(page.getByRole("link", { name: words.en.deskNav.log, exact: true })).toHaveCount(0);
    expect((await page.goto("/desk/log"))?.status()).toBe(403);
    await expect(page.getByText(words.en.noAccess.title)).toBeVisible();
    const answer = await page.request.get("/api/v1/events.ndjson");
    expect(answer.status()).toBe(403);
    expect((await answer.json()).error.code).toBe("forbidden");
    await page.goto(`/desk${corrected}`);
    const line = page.locator("#log summary").first();
    await line.click();
    await expect(page.locator("#log dl").first()).toBeVisible();
  });
});

test("a feed is well-formed XML whatever its texts are", async ({ page }) => {
  const text = "\u202E]]><b>&amp;\u0001\u0000\uFFFE\uD800 كلمة \u2067x";
  const entry = { id: "urn:x:1", title: text, link: "https://desk.example/a?b&c", html: text, author: text };
  const xml = atomFeed({
    id: "tag:desk.example,2025-06-12:corrections/ar",
    title: text,
    description: text,
    locale: locales.ar,
    home: "https://desk.example/",
    self: "https://desk.example/feed.atom",
    entries: [{ ...entry, published: new Date(0) }],
  });
  const root = await page.evaluate(
    (source) => new DOMParser().parseFromString(source, "application/xml").documentElement.nodeName,
    xml,
  );
  expect(root).toBe("feed");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two revisions are chosen, and what is no revision is said", async ({ page }) => {
    const t = words.en.compare;
    await page.goto(`${corrected}/compare?from=7&to=2`);
    await expect(page.getByText(t.ignoredTitle)).toBeVisible();
    await page.getByLabel(t.to).selectOption("1");
    await page.getByRole("button", { name: t.submit }).click();
    await expect(page).toHaveURL(/from=1&to=1/);
    await expect(page.getByText(t.oneAndTheSame)).toBeVisible();
  });

  test("a claim with one revision says so, with the way back", async ({ page }) => {
    await page.goto("/claims/vance-american-ai-gold-standard/compare");
    await expect(page.getByText(words.en.compare.onlyOne)).toBeVisible();
    await page.getByRole("link", { name: words.en.compare.toClaim }).first().click();
    await expect(page).toHaveURL(/vance-american-ai-gold-standard$/);
  });

  test.describe("at the desk", () => {
    test.use({ expectedStatus: [401, 403, 404] });

    test("a page that is not there or not open says so", async ({ page }) => {
      await signIn(page, "editor");
      for (const path of ["/desk/claims/nothing", "/desk/articles/nothing", "/desk/articles/nothing/edit"]) {
        expect((await page.goto(path))?.status()).toBe(404);
        await expect(page.getByRole("heading", { level: 1, name: words.en.notFound.title })).toBeVisible();
      }
      expect((await page.goto("/desk/people"))?.status()).toBe(403);
      await expect(page.getByRole("heading", { level: 1, name: words.en.noAccess.title })).toBeVisible();
    });

    test("a form of somebody who is no longer signed in says how to go on", async ({ page, context }) => {
      const t = words.en.articleForm;
      await signIn(page, "editor");
      await page.goto("/desk/articles/new");
      for (const label of [t.title, t.publisher, t.text])
        await page.getByLabel(label, { exact: true }).fill("words");
      await context.clearCookies();
      await page.getByRole("button", { name: t.create }).click();
      await expect(page.getByRole("heading", { level: 1, name: words.en.signedOut.title })).toBeVisible();
      await signIn(await context.newPage(), "editor");
      await page.goBack();
      await expect(page.getByLabel(t.text, { exact: true })).toHaveValue("words");
    });
  });
});
