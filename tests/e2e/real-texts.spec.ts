import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { command } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";
import { makeLongest, propose, publish } from "./longest-texts";

// No other claim's: a worker that is started anew makes them again.
const sign = `Longreads${Date.now().toString(36)}`;
let paths: { readers: string[]; desk: string[] };

test.beforeAll(async ({ browser }, { project }) => {
  test.setTimeout(120_000);
  const pages = { editor: await browser.newPage(project.use), publisher: await browser.newPage(project.use) };
  await signIn(pages.editor, "editor");
  await signIn(pages.publisher, "publisher");
  const claim = await makeLongest(pages.editor, sign);
  await publish(pages.publisher, await propose(pages.editor, claim.id, "publication"));
  await publish(pages.publisher, await propose(pages.editor, claim.id, "correction"));
  const { id, version } = await propose(pages.editor, claim.id, "correction");
  await command(pages.publisher, "return-proposal", { proposalId: id, version, note: "W".repeat(300) });
  await propose(pages.editor, claim.id, "correction");
  const { article } = claim;
  const data = await (await pages.editor.request.get(`/api/v1/claims/${claim.slug}`)).json();
  const [claimant, topic] = [data.claim.claimant.key, data.claim.topics[0].key].map(encodeURIComponent);
  paths = {
    readers: [
      `/?q=${sign}`,
      `/?q=${"W".repeat(200)}`,
      `/?claimant=${claimant}`,
      `/?topic=${topic}`,
      `/claims/${claim.slug}`,
      `/claims/${claim.slug}/revisions/1`,
      `/claims/${claim.slug}/compare`,
      `/articles/${article}`,
      "/articles",
      "/corrections",
    ],
    desk: [
      "/desk",
      "/desk?part=published",
      `/desk/claims/${claim.slug}`,
      `/desk/claims/${claim.slug}/preview`,
      `/desk/articles/${article}`,
      `/desk/articles/${article}/edit`,
      `/desk/articles/${article}/claims/new`,
      "/desk/articles",
      "/desk/articles/new",
      "/desk/claimants",
      "/desk/topics",
      `/desk/claimants/${claimant}`,
      `/desk/topics/${topic}`,
      "/desk/log",
      "/desk/notices",
    ],
  };
  for (const page of Object.values(pages)) await page.close();
});

/** What reaches over the right or left edge of the window, and how wide the page is. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > width + 1 || left < -1;
      })
      .map((element) => `${element.tagName}.${element.className}`.slice(0, 120))
      .slice(0, 12);
  });
}

for (const language of ["en", "ar"] as Language[])
  for (const kind of ["readers", "desk"] as const)
    test(`in ${language} › no page for ${kind} is wider than a telephone, with the longest texts`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width: 360, height: 780 });
      if (kind === "desk") await signIn(page, "admin", language);
      for (const path of paths[kind]) {
        await page.goto(inLanguage(language, path));
        // What is folded is as wide.
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
        });
        expect.soft(await tooWide(page), path).toEqual([]);
        expect.soft(await violations(page), path).toEqual([]);
      }
    });

const row = (page: Page) => page.locator("tbody tr", { hasText: sign });

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › the longest claim takes a part of the window in the table, and on its page`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(inLanguage(language, `/?q=${sign}`));
    expect((await row(page).boundingBox())?.height).toBeLessThan(600);
    await row(page).getByRole("link").first().click();
    expect((await page.getByRole("heading", { level: 1 }).boundingBox())?.height).toBeLessThan(400);
  });

  test(`in ${language} › all of a long text is read with the keyboard alone and without a script`, async ({
    browser,
  }, { project }) => {
    const context = await browser.newContext({ ...project.use, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(inLanguage(language, paths.readers.find((path) => path.startsWith("/claims/")) ?? ""));
    const heading = page.getByRole("heading", { level: 1 });
    const height = async () => (await heading.boundingBox())?.height ?? 0;
    const folded = await height();
    const t = words[language].longText;
    const fold = page.locator("summary", { hasText: t.more }).first();
    await fold.focus();
    await page.keyboard.press("Enter");
    expect(await height()).toBeGreaterThan(2 * folded);
    await expect(page.getByText(t.less).first()).toBeVisible();
    await page.keyboard.press("Enter");
    expect(await height()).toBe(folded);
    await context.close();
  });
}

test("an address in Arabic reasons runs from left to right, by itself", async ({ page }) => {
  await page.goto(inLanguage("ar", paths.readers.find((path) => path.startsWith("/claims/")) ?? ""));
  const address = page.locator("bdi[dir=ltr]", { hasText: /^https:\/\/example\.org\/a$/ });
  const order = await address.evaluate((element) => {
    const node = element.firstChild as Text;
    const range = document.createRange();
    const left = (text: string) => {
      range.setStart(node, node.data.indexOf(text));
      range.setEnd(node, node.data.indexOf(text) + text.length);
      return range.getBoundingClientRect().left;
    };
    return ["https", ":", "//", "example", "org", "/a"].toSorted((a, b) => left(a) - left(b));
  });
  expect(order).toEqual(["https", ":", "//", "example", "org", "/a"]);
});
