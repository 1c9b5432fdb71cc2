import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { listActions, listPages, listRoutes } from "@/tests/system/doors";
import { actionRights, commandRights, pageRights, routeRights } from "@/tests/system/permissions-table";

// What tests/system/permissions.test.ts walks: a door that it does not know would stay untried.
test.each([
  ["pages", pageRights, listPages()],
  ["routes", { ...routeRights, "POST /api/v1/desk/[command]": "by command" }, listRoutes()],
  ["commands", commandRights, Object.keys(commands)],
  ["server actions", actionRights, listActions().map(({ name }) => name)],
])("the table of doors names every one of the %s, and no other", (_what, table, doors) => {
  expect(Object.keys(table).sort()).toEqual([...doors].sort());
});

// A refusal that is thrown out of a page leaves it empty for whoever has no JavaScript.
test("every page of the desk draws its refusals itself", () => {
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
