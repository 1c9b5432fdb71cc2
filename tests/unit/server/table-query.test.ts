import { expect, test } from "vitest";
import { parseTableQuery } from "@/lib/server/table-query";

test.each(["claim ", "ادعاء "])("a message of 5,000 characters (%s…) is searched for whole", (word) => {
  const q = word.repeat(1000).slice(0, 5000).trim();
  expect(parseTableQuery({ q })).toMatchObject({ query: { q }, ignored: [], typed: null });
});

test("of a longer one the beginning is, and all of it is known; no character is cut in two", () => {
  const q = `${"a".repeat(4999)}😀 and more`;
  expect(parseTableQuery({ q })).toMatchObject({ query: { q: "a".repeat(4999) }, ignored: [], typed: q });
});

test("what cannot be read is left out, and named", () => {
  expect(parseTableQuery({ q: "x", limit: "many" })).toMatchObject({
    query: { q: "x", limit: 50 },
    ignored: ["limit"],
  });
});
