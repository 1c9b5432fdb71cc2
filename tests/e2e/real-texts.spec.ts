import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { command } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test } from "./fixtures";
import { makeLongest, propose, publish } from "./longest-texts";

// No other claim's: a worker that is started anew makes them again.
const sign = `Longreads${Date.now().toString(36)}`;
let paths: { readers: string[]; desk: string[] };
let article: string;

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
  article = claim.article;
  paths = {
    readers: [
      `/?q=${sign}`,
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
      if (kind === "desk") await signIn(page, "publisher", language);
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
