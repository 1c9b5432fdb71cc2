import type { Page } from "@playwright/test";
import { command } from "./desk-commands";
import { expect, signIn, test, words } from "./fixtures";
import { tabTo } from "./keyboard";
import { elsewhere, fillOver } from "./newsroom";

const slug = "deepseek-shocked-markets-in-january";
const claimPath = `/desk/claims/${slug}`;
const t = words.en;

const alsoHere = (page: Page, name: string) =>
  expect(page.getByText(t.realtime.alsoHere.replace("<names></names>", name))).toBeVisible();
const changed = (page: Page) => page.getByText(t.realtime.changed.replace("<name></name>", "Desk Publisher"));

/** Gives the claim another plan; answers what then stands on the page. */
async function plan(page: Page, field: "priority" | "dueOn", value: string) {
  const form = page.getByRole("form", { name: t.deskClaim.plan });
  const control = form.getByLabel(t.deskClaim[field], { exact: true });
  if (field === "priority") await control.selectOption(value);
  else await control.fill(value);
  await form.getByRole("button", { name: t.deskClaim.assign }).click();
}

async function took(what: string, done: () => Promise<void>) {
  const began = performance.now();
  await done();
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`);
}

test("colleagues see each other, and what they do, without reloading", async ({ page, browser }) => {
  await signIn(page, "editor");
  // In front of what other tests have made: the queue shows its beginning.
  const { id } = await (await page.request.get(`/api/v1/claims/${slug}`)).json();
  await command(page, "assign-claim", { claimId: id, priority: "high" });
  await page.goto(claimPath);
  const other = await elsewhere(browser, page, "publisher", claimPath);
  const queue = await other.context().newPage();
  await queue.goto("/desk");
  await alsoHere(page, "Desk Publisher");
  await alsoHere(other, "Desk Editor");

  const line = queue
    .getByRole("row")
    .filter({ has: queue.locator(`a[href$="${slug}"]`) })
    .first();
  const link = line.getByRole("link").first();
  await link.focus();
  const [mine, log] = [
    page.getByLabel(t.deskClaim.priority, { exact: true }),
    page.getByRole("region", { name: t.deskClaim.log }).getByText("Desk Publisher"),
  ];
  await plan(other, "priority", "urgent");
  await took("a colleague's change on an idle page", () => expect(mine).toHaveValue("urgent"));
  await expect(log).toHaveCount(1);
  await expect(line.getByText(t.deskClaim.priorities.urgent)).toBeVisible();
  await expect(link).toBeFocused();
  await expect(changed(page)).toHaveCount(0);

  const text = page.getByLabel("Claim in English", { exact: true });
  await fillOver(text, "Typed, and not saved yet.");
  const place = await text.boundingBox();
  await plan(other, "dueOn", "2030-05-17");
  await took("a colleague's change told to somebody who types", () => expect(changed(page)).toBeVisible());
  await expect(text).toBeFocused();
  expect(await text.boundingBox()).toEqual(place);
  await expect(log).toHaveCount(1);
  await tabTo(page, page.getByRole("button", { name: t.realtime.show }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(t.deskClaim.dueOn, { exact: true })).toHaveValue("2030-05-17");
  await expect(log).toHaveCount(2);
  await expect(text).toHaveValue("Typed, and not saved yet.");
  await expect(changed(page)).toHaveCount(0);
  // Nobody is told of what they did themselves.
  await expect(other.getByRole("button", { name: t.realtime.show })).toHaveCount(0);
  await expect(other.getByText(t.realtime.reconnecting)).toHaveCount(0);

  await page.getByRole("button", { name: t.deskClaim.saveClaim }).click();
  await expect(page.getByText(t.form.saved)).toBeVisible();
  await expect(other.getByLabel("Claim in English", { exact: true })).toHaveValue(
    "Typed, and not saved yet.",
  );
  await other.context().close();
  await expect(page.getByText(t.realtime.alsoHere.replace("<names></names>", ""))).toHaveCount(0);
});
