import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { listActions, listPages, listRoutes } from "@/tests/system/entry-points";
import { actionRights, commandRights, pageRights, routeRights } from "@/tests/system/permissions-table";

// tests/system/permissions.test.ts tries only the entry points in the table.
test.each([
  ["pages", pageRights, listPages()],
  ["routes", { ...routeRights, "POST /api/v1/desk/[command]": "by command" }, listRoutes()],
  ["commands", commandRights, Object.keys(commands)],
  ["server actions", actionRights, listActions().map(({ name }) => name)],
])("the permissions table lists all %s and no others", (_kind, table, entryPoints) => {
  expect(Object.keys(table).sort()).toEqual([...entryPoints].sort());
});

// A refusal thrown by a page would leave it empty without JavaScript.
test("every page of the desk renders its refusals itself", () => {
  const folder = "app/[locale]/(desk)/desk";
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^|\/)page\.tsx$/.test(name),
  );
  expect(pages).not.toEqual([]);
  const bare = pages.filter(
    (name) => !/^export default staffPage\(/m.test(readFileSync(`${folder}/${name}`, "utf8")),
  );
  expect(bare).toEqual([]);
});
