import { expect, test } from "vitest";
import { isTypoOf } from "@/lib/text/typo";

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
  expect([isTypoOf(one, other), isTypoOf(other, one)]).toEqual([expected, expected]);
});
