import type { Locator, Page } from "@playwright/test";
import { violations } from "./axe";
import { command, makeArticle, makeClaim } from "./desk-commands";
import { expect, inLanguage, type Language, passwordOf, signIn, test, words } from "./fixtures";
import { tabTo } from "./keyboard";
import { elsewhere } from "./newsroom";

type Column = keyof (typeof words)["en"]["deskTables"]["columns"];
type DeskTable = { path: string; caption: (t: (typeof words)["en"]) => string; columns: Column[] };

const tables: DeskTable[] = [
  {
    path: "/desk?part=inbox",
    caption: (t) => t.queue.parts.inbox,
    columns: ["claim", "status", "priority", "due", "assignee", "evidence", "changed"],
  },
  {
    path: "/desk/articles",
    caption: (t) => t.deskArticles.title,
    columns: ["article", "publisher", "language", "claims", "changed"],
  },
  {
    path: "/desk/people",
    caption: (t) => t.people.title,
    columns: ["name", "role", "access", "actions"],
  },
  {
    path: "/desk/log",
    caption: (t) => t.eventLog.title,
    columns: ["when", "who", "what", "about"],
  },
];

/** The texts of a column's cells from the top, each without the name that it has where the row is a block. */
const cellsOf = (table: Locator, index: number) =>
  table.locator("tbody > tr").evaluateAll(
    (rows, n) =>
      rows.map((row) => {
        const cell = row.children[n]?.cloneNode(true) as HTMLElement;
        cell.querySelector("[aria-hidden]")?.remove();
        return cell.textContent ?? "";
      }),
    index,
  );

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const language of ["en", "ar"] as Language[]) {
  const t = words[language];

  test.describe(`in ${language}`, () => {
    for (const { path, caption, columns } of tables) {
      test(`${path} is a table with headings, wide and at 360 px`, async ({ page }) => {
        await signIn(page, "admin", language);
        await page.goto(inLanguage(language, path));
        const table = page.getByRole("table", { name: caption(t), exact: true });
        const headings = table.getByRole("columnheader");
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 });
          await expect(headings).toHaveText(
            columns.map((column) => new RegExp(`^${t.deskTables.columns[column]}`)),
          );
          const rows = await table.locator("tbody").getByRole("row").count();
          expect(rows).toBeGreaterThan(0);
          await expect(table.getByRole("rowheader")).toHaveCount(rows);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          expect(await violations(page)).toEqual([]);
        }
      });
    }

    test("people are sorted by keyboard, up, down and back", async ({ page }) => {
      await signIn(page, "admin", language);
      await page.goto(inLanguage(language, "/desk/people"));
      const table = page.getByRole("table", { name: t.people.title, exact: true });
      const name = table.getByRole("columnheader", { name: t.deskTables.columns.name });
      const names = () => table.locator("tbody th p:first-child").allTextContents();
      const before = await names();
      const sorted = [...before].sort(new Intl.Collator(language, { numeric: true }).compare);
      expect(sorted.length).toBeGreaterThan(2);
      await tabTo(page, name.getByRole("button"));
      await page.keyboard.press("Enter");
      await expect(name).toHaveAttribute("aria-sort", "ascending");
      await expect.poll(names).toEqual(sorted);
      await page.keyboard.press("Space");
      await expect(name).toHaveAttribute("aria-sort", "descending");
      await expect.poll(names).toEqual(sorted.toReversed());
      await expect(name.getByRole("button")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(name).not.toHaveAttribute("aria-sort");
      await expect.poll(names).toEqual(before);
    });

    test("a page of the log says its order, and does not sort what is not all of it", async ({ page }) => {
      await signIn(page, "admin", language);
      await page.goto(inLanguage(language, "/desk/log"));
      const table = page.getByRole("table", { name: t.eventLog.title, exact: true });
      const when = table.getByRole("columnheader", { name: t.deskTables.columns.when });
      await expect(when).toHaveAttribute("aria-sort", "descending");
      await expect(page.getByRole("link", { name: t.eventLog.older })).toBeVisible();
      await expect(table.locator("thead").getByRole("button")).toHaveCount(0);
    });
  });
}

test("a part of the queue is sorted, and stays so when the desk changes", async ({ page, browser }) => {
  const t = words.en;
  await signIn(page, "admin");
  await page.goto("/desk/people");
  const own = page.getByRole("row").filter({ hasText: passwordOf("admin").email });
  const personId = await own.locator("[name=personId]").first().inputValue();
  const { id: articleId } = await makeArticle(page, "An article for the queue's table");
  const claimIds: Record<string, string> = {};
  const text = `Sorted ${Date.now()}: `;
  for (const priority of ["low", "urgent", "high"]) {
    const { id: claimId } = await makeClaim(page, articleId, `${text}${priority}`);
    await command(page, "assign-claim", { claimId, personId, priority });
    claimIds[priority] = claimId;
  }
  await page.goto("/desk?part=waiting");
  const table = page.getByRole("table", { name: t.queue.parts.waiting, exact: true });
  const priority = table.getByRole("columnheader", { name: t.deskTables.columns.priority });
  const shown = async () => (await cellsOf(table, 0)).filter((cell) => cell.startsWith(text));
  const urgent = [`${text}urgent`, `${text}high`, `${text}low`];
  await tabTo(page, priority.getByRole("button"));
  await page.keyboard.press("Enter");
  await expect(priority).toHaveAttribute("aria-sort", "descending");
  await expect.poll(shown).toEqual(urgent);
  await page.keyboard.press("Enter");
  await expect(priority).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(shown).toEqual(urgent.toReversed());

  const other = await elsewhere(browser, page, "publisher", "/desk");
  await command(other, "assign-claim", { claimId: claimIds.low, personId, priority: "urgent" });
  // Among equals the queue's own order stays: the newest claim first.
  await expect.poll(shown).toEqual([`${text}high`, `${text}urgent`, `${text}low`]);
  await expect(priority).toHaveAttribute("aria-sort", "ascending");
  await expect(priority.getByRole("button")).toBeFocused();
  await other.context().close();
});

test("without JavaScript the tables can be read, and offer nothing that needs it", async ({ page, browser }, {
  project,
}) => {
  await signIn(page, "admin");
  const storageState = await page.context().storageState();
  const { baseURL } = project.use;
  const plain = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto("/desk/people");
  const table = other.getByRole("table", { name: words.en.people.title, exact: true });
  await expect(table.getByRole("columnheader", { name: words.en.deskTables.columns.name })).toBeVisible();
  await expect(table.locator("thead").getByRole("button")).toHaveCount(0);
  await expect(table.getByRole("rowheader").first()).toContainText("@");
  await plain.close();
});
