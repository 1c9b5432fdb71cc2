import { expect, test } from "vitest";
import { shortened } from "@/lib/text/shortened";

test("a text of one line is as it was; a longer one keeps its ends", () => {
  expect(shortened("Short.")).toBe("Short.");
  expect(shortened(`${"a".repeat(200)}${"😀".repeat(200)}`)).toBe(`${"a".repeat(80)} … ${"😀".repeat(80)}`);
});
