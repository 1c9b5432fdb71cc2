import { readFileSync } from "node:fs";
import pg from "pg";
import { violations } from "./axe";
import { expect, inLanguage, type Language, signIn, signOut, test, words } from "./fixtures";

/** Runs a statement on the database of the desk that the tests share. */
async function inDatabase(sql: string, values: unknown[] = []): Promise<void> {
  const { port, password } = JSON.parse(readFileSync("data/test-browser/database.json", "utf8"));
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "veritable",
    database: "veritable",
    password,
  });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}

const faults = [{ kind: "row", about: "a-claim", fields: ["status", "document"] }];

test.beforeAll(() =>
  inDatabase(
    `INSERT INTO record_check (id, checked_at, revisions, nodes, claims, proposals, fault_count, faults, faulty_since)
      VALUES ('alarm', '2030-05-02T02:00:00Z', 1, 1, 1, 1, 21, $1, '2030-05-01T02:00:00Z')`,
    [JSON.stringify(faults)],
  ),
);
test.afterAll(() => inDatabase("DELETE FROM record_check WHERE id = 'alarm'"));

for (const language of ["en", "ar"] as Language[]) {
  test(`an alarm says what is wrong, since when and what to do, in ${language}`, async ({ page }) => {
    const t = words[language].recordAlarm;
    await signIn(page, "publisher", language);
    for (const path of ["/desk", "/desk/articles"]) {
      await page.goto(inLanguage(language, path));
      const alarm = page.getByRole("region", { name: t.title });
      await expect(alarm).toContainText("21");
      await expect(alarm).toContainText(t.advice);
      await expect(alarm).toContainText("2030");
      const which = alarm.getByText(t.which);
      await which.focus();
      await page.keyboard.press("Enter");
      await expect(alarm.getByRole("listitem").first()).toHaveText(
        `${t.fault.row} a-claim · status · document`,
      );
      expect(await violations(page)).toEqual([]);
    }
    await page.goto(inLanguage(language, "/"));
    await expect(page.getByText(t.title)).toHaveCount(0);
  });
}

test("editors are not alarmed, and the process stays in service", async ({ page, request }) => {
  await signIn(page, "editor");
  await expect(page.getByText(words.en.recordAlarm.title)).toHaveCount(0);
  await signOut(page);
  const ready = await request.get("/api/health/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({
    status: "ok",
    details: { record: { checkedAt: "2030-05-02T02:00:00.000Z", faults: 21 } },
  });
});
