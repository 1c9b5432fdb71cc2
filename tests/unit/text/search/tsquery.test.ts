import { expect, test } from "vitest";
import { allQuery, anyQuery, inClaimQuery, phraseQuery, wordQuery } from "@/lib/text/search/tsquery";
import { separateWords } from "@/lib/text/search/word-separation";

test.each([
  ["memory", "'memory'"],
  ["o'clock", "'o''clock'"],
  ["back\\slash", "'back\\\\slash'"],
  ["ذاكره", "'ذاكره'"],
])("%s is quoted as one word", (word, query) => expect(wordQuery(word)).toBe(query));

test("one query stands for itself, several in brackets", () => {
  expect(anyQuery(["'a'"])).toBe("'a'");
  expect(allQuery([anyQuery(["'a'", "'b'"]), phraseQuery(["'c'", "'d'"])])).toBe(
    "(('a' | 'b') & ('c' <-> 'd'))",
  );
});

test.each([
  ["'a'", "'a':A"],
  ["('a' | ('b' <-> 'c'))", "('a':A | ('b':A <-> 'c':A))"],
  [wordQuery("o'clock"), "'o''clock':A"],
  [anyQuery([wordQuery("back\\"), wordQuery("'")]), "('back\\\\':A | '''':A)"],
])("%s is asked of each of its words in the claim", (query, inClaim) =>
  expect(inClaimQuery(query)).toBe(inClaim),
);

test.each([
  ["deepseek 深度求索 شركه", "deepseek 深 度 求 索 شركه"],
  ["ai推理", "ai 推 理"],
  ["ก", "ก"],
  ["", ""],
])("%s: scripts without spaces fall into characters", (text, expected) =>
  expect(separateWords(text)).toBe(expected),
);
