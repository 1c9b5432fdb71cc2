import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuote, quoteAt } from "@/lib/text/quote";
import { quoteReanchorer } from "@/lib/text/reanchor";
import { hasSameWords } from "@/lib/text/same-words";

const bare = (words: string) => words.replace(/[\u064B-\u0652]/g, "");

describe("words with tashkeel on both sides", () => {
  test.each([
    ["he killed, he was killed", "قَتَلَ", "قُتِلَ"],
    ["he knew, he taught", "عَلِمَ", "عَلَّمَ"],
    ["from, who", "مِن", "مَن"],
    ["who did it to whom", "قتل زيدٌ عمرًا", "قتل زيدًا عمرٌ"],
    ["a vowel, none", "كَتَبَ", "كَتْبَ"],
  ])("are other words where it differs: %s", (_, one, other) => {
    expect(hasSameWords(one, other)).toBe(false);
    expect(findQuote(`قيل ${one} هنا`, { exact: other })).toEqual([]);
    expect(findQuote(`قيل ${other} هنا`, { exact: one })).toEqual([]);
    const [before, after] = [`قيل ${one} هنا`, `قيل ${other} هنا`];
    const quote = quoteAt(before, 4, 4 + one.length);
    expect(quoteReanchorer(before, after)(quote)).toBe(null);
    // Whatever is quoted: the paragraph does not say the same.
    expect(quoteReanchorer(before, after)(quoteAt(before, 0, 3))).toBe(null);
    expect(quoteReanchorer(before, `قيل ${bare(one)} هنا`)(quote)?.exact).toBe(bare(one));
  });

  test.each([
    ["one side is bare", "قَتَلَ", "قتل"],
    ["each has it on other letters", "قَتل", "قتلَ"],
    ["one has the shadda alone", "علّم", "عَلَّمَ"],
    ["shadda and vowel stand the other way round", "عل\u0651\u064Eم", "عل\u064E\u0651م"],
    ["tanwin stands on the letter or on its alef", "كتابًا", "كتاباً"],
    ["tatweel carries it", "كـَتب", "كَتب"],
    ["hamza is left out", "أَكل", "اَكل"],
  ])("are the same where %s", (_, one, other) => {
    expect(hasSameWords(one, other)).toBe(true);
    expect(findQuote(`قيل ${one} هنا`, { exact: other }).map(({ exact }) => exact)).toEqual([one]);
    expect(findQuote(`قيل ${other} هنا`, { exact: one }).map(({ exact }) => exact)).toEqual([other]);
  });
});

test("taking all tashkeel from one side never loses a quote that was found", () => {
  const piece = fc.constantFrom(
    ..."قتل قَتَلَ قُتِلَ علم عَلِمَ عَلَّمَ علّم مِن مَن من ناس الناسِ الناسُ بـ٥ ٥ ٪ 5.2 - / AI ، . «".split(" "),
    "تُ",
    " ",
    " ",
    " ",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const exact = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, exact, (within, words) => {
      fc.pre(/[\p{L}\p{N}]/u.test(words));
      if (findQuote(within, { exact: words }).length === 0) return;
      expect(findQuote(bare(within), { exact: words })).not.toEqual([]);
      expect(findQuote(within, { exact: bare(words) })).not.toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
