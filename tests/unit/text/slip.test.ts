import { expect, test } from "vitest";
import { isSlipOf } from "@/lib/text/slip";

test.each([
  ["smith", "smyth", true],
  ["smith", "smit", true],
  ["smith", "smiths", true],
  ["smith", "smiht", true],
  ["وزارة", "وازرة", true],
  ["jane", "jnae", false],
  ["jane", "jana", true],
  ["ali", "alo", false],
  ["smith", "smith", false],
  ["smith", "sxyth", false],
  ["smith", "htism", false],
  ["smith", "smithson", false],
])("%s for %s: %s", (one, other, expected) => {
  expect([isSlipOf(one, other), isSlipOf(other, one)]).toEqual([expected, expected]);
});
