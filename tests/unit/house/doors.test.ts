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
