import { expect, test } from "vitest";
import type { Search } from "@/lib/public/search";
import { likelyReaches } from "@/lib/public/search-sql";

const search = (most: number, claims: number): Search => ({
  typed: "",
  query: [],
  equal: null,
  groups: [],
  most,
  likely: most,
  least: 0,
  lookedUp: false,
  sifted: false,
  claims,
  corrections: [],
});

test.each([
  ["a word of every other claim", search(100_000, 200_000), ["near", "all"]],
  ["just enough for a page among the next 5,000", search(2000, 200_000), ["near", "all"]],
  ["too few for that", search(1999, 200_000), ["all"]],
  ["nobody knows how many", search(Number.POSITIVE_INFINITY, 200_000), ["near", "all"]],
])("%s: %o", (_, asked, reaches) => expect(likelyReaches(asked)).toEqual(reaches));

test("what is read sooner as a whole is not looked for first among the next claims", () => {
  expect(likelyReaches({ most: 3000, claims: 30_000, whole: 3000 })).toEqual(["near", "all"]);
  expect(likelyReaches({ most: 1100, claims: 30_000, whole: 1100 })).toEqual(["all"]);
});
