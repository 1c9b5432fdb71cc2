import { expect, inject, test } from "vitest";
import { diffSchema } from "@/scripts/schema-engine";

test("the migrations lead to the schema, with nothing left to do", async () => {
  expect(await diffSchema(inject("serverUrl"))).toBeNull();
});
