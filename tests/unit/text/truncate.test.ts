import { expect, test } from "vitest";
import { truncateMiddle } from "@/lib/text/truncate";

test("a text of one line is as it was; a longer one keeps its ends", () => {
  expect(truncateMiddle("Short.")).toBe("Short.");
  expect(truncateMiddle(`${"a".repeat(200)}${"😀".repeat(200)}`)).toBe(
    `${"a".repeat(80)} … ${"😀".repeat(80)}`,
  );
});
