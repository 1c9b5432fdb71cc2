import { expect, test } from "vitest";
import { currentQuote } from "@/lib/public/articles";
import { quoteAt } from "@/lib/text/quote";

const place = (text: string, words: string) => {
  const start = text.indexOf(words);
  const { exact, prefix, suffix, ...range } = quoteAt(text, start, start + words.length);
  return {
    quoteExact: exact,
    quotePrefix: prefix,
    quoteSuffix: suffix,
    quoteStart: range.start,
    quoteEnd: range.end,
  };
};
const known = quoteAt("It moved by -3 percent.", 12, 22);

test.each([
  ["It moved by −3 percent.", "−3 percent", "−3 percent"],
  ["It moved by 3 percent.", "3 percent", null],
  ["It moved by -4 percent.", "-4 percent", null],
])(
  "readers see a quote in the text of now where its words and numbers are the same: %s",
  (text, words, shown) => {
    expect(currentQuote(text, known, place(text, words))?.exact ?? null).toBe(shown);
  },
);

test("a place that the desk has gone on to, under another name, is not shown before it is published", () => {
  const text = "Minister Ali said that taxes rise.\n\nMinister Omar said that taxes rise.";
  const published = quoteAt(text, 23, 33);
  const moved = place(`${" ".repeat(36)}${text.slice(36)}`, "taxes rise");
  expect(currentQuote(text, published, moved)).toEqual(published);
  expect(currentQuote(text.slice(36), published, place(text.slice(36), "taxes rise"))).toBe(null);
});
