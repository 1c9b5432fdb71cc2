import { expect, inject, test } from "vitest";
import { schemaDifference } from "@/scripts/schema-engine";

test("the migrations lead to the schema, with nothing left to do", async () => {
  expect(await schemaDifference(inject("serverUrl"))).toBeNull();
});
