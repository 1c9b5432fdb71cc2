import { expect, test } from "vitest";
import { publicPlace } from "@/lib/public/quote-place";
import { quoteAt } from "@/lib/text/quote";

const place = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { quoteExact: words, quoteStart: start, quoteEnd: start + words.length };
};
const known = quoteAt("It moved by -3 percent.", 12, 22);

test.each([
  ["It moved by −3 percent.", "−3 percent", "−3 percent"],
  ["It moved by 3 percent.", "3 percent", null],
  ["It moved by -4 percent.", "-4 percent", null],
])(
  "readers see a quote in the text of now where its words and numbers are the same: %s",
  (text, words, shown) => {
    expect(publicPlace(text, known, place(text, words))?.exact ?? null).toBe(shown);
  },
);
