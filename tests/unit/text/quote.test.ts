import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointIndex } from "@/lib/text/code-points";
import { findQuote, isQuoteAt, quoteAt } from "@/lib/text/quote";
import { arbitraryRange, arbitraryText } from "./arbitrary-text";

const TEXT = [
  "قالت الشركة إن النموذج بُني بتكلفة 6 ملايين دولار على 2,000 وحدة H800.",
  "",
  "😀 ثم عادت الشركة وقالت: كلّف أكثر من 6 ملايين دولار بكثير.",
].join("\n");

/** The quote of the nth place of these words. */
function quoted(words: string, nth = 0, text = TEXT) {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(words, at + 1);
  expect(at, `"${words}" stands in the text`).toBeGreaterThanOrEqual(0);
  return quoteAt(text, codePointIndex(text, at), codePointIndex(text, at + words.length));
}

describe("quoteAt", () => {
  test("has the words, their place and what is around them", () => {
    expect(quoteAt("مقدمة: كلّف 6 ملايين دولار. خاتمة", 7, 26, 4)).toEqual({
      exact: "كلّف 6 ملايين دولار",
      prefix: "مة: ",
      suffix: ". خا",
      start: 7,
      end: 26,
    });
  });

  test("counts code points, not UTF-16 units", () => {
    expect(quoteAt("😀😀 H800", 3, 7)).toMatchObject({ exact: "H800", prefix: "😀😀 ", start: 3, end: 7 });
  });

  test("leaves out the white space of a generous selection", () => {
    expect(quoteAt("a  b\u00A0\n c", 1, 7)).toMatchObject({ exact: "b", start: 3, end: 4 });
  });

  test("never splits a letter from its tashkeel, nor a joined emoji", () => {
    expect(quoteAt("كُتِبَ", 1, 3).exact).toBe("كُتِ");
    expect(quoteAt("x👩‍🔬y", 2, 3)).toMatchObject({ exact: "👩‍🔬", start: 1, end: 4 });
  });

  test("the context gives way rather than split one", () => {
    expect(quoteAt("👩‍🔬ab👩‍🔬", 3, 5, 2)).toMatchObject({ exact: "ab", prefix: "", suffix: "" });
    expect(quoteAt("كُتِبَ", 2, 4, 1)).toMatchObject({ exact: "تِ", prefix: "", suffix: "" });
  });

  test.each([
    ["nothing", 1, 1],
    ["only white space", 1, 3],
    ["past the end", 0, 99],
    ["before the start", -1, 2],
    ["backwards", 2, 0],
  ])("refuses: %s", (_, start, end) => {
    expect(() => quoteAt("a  b", start, end)).toThrow(RangeError);
  });
});

describe("isQuoteAt", () => {
  const quote = quoted("6 ملايين دولار");

  test("holds where it was made", () => {
    expect(isQuoteAt(TEXT, quote)).toBe(true);
  });

  test.each([
    ["moved", { start: quote.start + 1, end: quote.end + 1 }],
    ["other words", { exact: "7 ملايين دولار" }],
    ["another prefix", { prefix: "بقيمة " }],
    ["another suffix", { suffix: " أمريكي" }],
    ["empty", { exact: "", end: quote.start }],
    ["out of the text", { start: 5000, end: 5014 }],
    ["half an index", { start: 0.5 }],
  ])("not when %s", (_, change) => {
    expect(isQuoteAt(TEXT, { ...quote, ...change })).toBe(false);
  });
});

describe("findQuote", () => {
  test("finds every place of the words, in the text's order when nothing tells them apart", () => {
    const found = findQuote(TEXT, { exact: "6 ملايين دولار" });
    expect(found).toEqual([quoted("6 ملايين دولار"), quoted("6 ملايين دولار", 1)]);
  });

  test("the place whose surroundings agree comes first", () => {
    const second = quoted("6 ملايين دولار", 1);
    expect(findQuote(TEXT, { exact: second.exact, prefix: second.prefix })[0]).toEqual(second);
    expect(findQuote(TEXT, { exact: second.exact, suffix: second.suffix })[0]).toEqual(second);
    expect(findQuote(TEXT, { exact: second.exact, start: second.start - 3 })[0]).toEqual(second);
  });

  test("surroundings weigh more than position", () => {
    const second = quoted("6 ملايين دولار", 1);
    expect(findQuote(TEXT, { ...second, start: 0 })[0]).toEqual(second);
  });

  test("a short or edited context still tells them apart", () => {
    expect(findQuote(TEXT, { exact: "6 ملايين دولار", prefix: "من " })[0]?.start).toBe(
      quoted("6 ملايين", 1).start,
    );
    const edited = { exact: "6 ملايين دولار", prefix: "وقالت كلف نحو أكثر من " };
    expect(findQuote(TEXT, edited)[0]?.start).toBe(quoted("6 ملايين", 1).start);
  });

  test("a paragraph put before it does not lose it", () => {
    const quote = quoted("2,000 وحدة H800");
    const [found] = findQuote(`فقرة جديدة 😀.\n\n${TEXT}`, quote);
    expect(found).toMatchObject({ exact: quote.exact, suffix: quote.suffix, start: quote.start + 15 });
  });

  test.each([
    ["tashkeel", "النموذج بني بتكلفة", "النموذج بُني بتكلفة"],
    ["digits and separators", "٦ ملايين دولار على ٢٬٠٠٠ وحدة", "6 ملايين دولار على 2,000 وحدة"],
    ["hamza", "ان النموذج", "إن النموذج"],
    ["case and bidi controls", "\u2066h800\u2069", "H800"],
    ["punctuation and newlines", "H800 😀 ثم", "H800.\n\n😀 ثم"],
    ["a single word with its tashkeel", "بني", "بُني"],
  ])("finds them folded: %s", (_, exact, stands) => {
    const found = findQuote(TEXT, { exact });
    expect(found.map((quote) => quote.exact)).toEqual([stands]);
    expect(found.every((quote) => isQuoteAt(TEXT, quote))).toBe(true);
  });

  test("the marks at the ends of folded words are found with them, where they stand", () => {
    expect(findQuote("قال: «هٰذا صحيح». ثم", { exact: "«هذا صحيح»." })[0]?.exact).toBe("«هٰذا صحيح».");
    expect(findQuote('قال: "هٰذا صحيح". ثم', { exact: "«هذا صحيح»." })[0]?.exact).toBe("هٰذا صحيح");
    expect(findQuote("هٰذا صحيح", { exact: "«هذا صحيح»." })[0]?.exact).toBe("هٰذا صحيح");
  });

  test("exact words leave no room for folded ones", () => {
    expect(findQuote("كتاب كِتاب كتاب", { exact: "كِتاب" })).toHaveLength(1);
  });

  test("of folded places, the nearer spelling comes first", () => {
    const found = findQuote("الانسان ثم الإنسانُ", { exact: "الإنْسانُ" });
    expect(found.map(({ exact }) => exact)).toEqual(["الإنسانُ", "الانسان"]);
  });

  test("a single folded word is not found inside others", () => {
    expect(findQuote("He said so", { exact: "AI" })).toEqual([]);
    expect(findQuote("He said: ai.", { exact: "AI" })).toHaveLength(1);
  });

  test("words that begin inside a grapheme are found with the space that belongs to it", () => {
    const text = "\u200Dx   \u200Dx";
    const quote = quoteAt(text, 2, 7);
    expect(quote).toMatchObject({ exact: " \u200Dx", start: 4 });
    expect(findQuote(text, quote)[0]).toEqual(quote);
  });

  test("of very many places a hundred are returned, the likeliest first", () => {
    const text = "It is a fact that a man paid a price. ".repeat(2000);
    const at = text.indexOf("a man", 50_000);
    const wanted = quoteAt(text, at, at + 1);
    expect(wanted.exact).toBe("a");
    const known = findQuote(text, wanted);
    expect(known[0]).toEqual(wanted);
    expect(known).toHaveLength(100);
    const nearest = findQuote(text, { exact: "a", start: wanted.start + 3 });
    expect(nearest[0]).toEqual(wanted);
    expect(nearest).toHaveLength(100);
    const alone = text.replace("a price. It is a fact", "a price! Is it a fact");
    const [found] = findQuote(alone, { exact: "a", prefix: "price! Is it ", suffix: " fact" });
    expect(found?.prefix.endsWith("price! Is it ")).toBe(true);
    expect(findQuote(text, { exact: "A" })).toHaveLength(100);
  });

  test("long words that stand in each other over and over come to an end", () => {
    const text = "so ".repeat(100_000);
    for (const exact of [text.slice(0, 20_000), text.slice(0, 20_000).toUpperCase()]) {
      expect(findQuote(text, { exact })).toHaveLength(100);
    }
  });

  test("no words, no places", () => {
    for (const exact of ["", " \n", "\u00A0"]) expect(findQuote(TEXT, { exact })).toEqual([]);
    expect(findQuote(TEXT, { exact: "؟!" })).toEqual([]);
    expect(findQuote("", { exact: "x" })).toEqual([]);
    expect(findQuote(TEXT, { exact: "ليس هنا" })).toEqual([]);
  });
});

describe("whatever the text", () => {
  test("a quote holds where it was made, is found there first, and does not change when made again", () => {
    fc.assert(
      fc.property(arbitraryRange, ({ text, start, end }) => {
        fc.pre([...text].slice(start, end).join("").trim() !== "");
        const quote = quoteAt(text, start, end);
        expect(isQuoteAt(text, quote)).toBe(true);
        expect(findQuote(text, quote)[0]).toEqual(quote);
        expect(quoteAt(text, quote.start, quote.end)).toEqual(quote);
      }),
      { numRuns: 500 },
    );
  });

  test("whatever is found holds, and the same is found again", () => {
    fc.assert(
      fc.property(arbitraryText, fc.string({ unit: "grapheme", maxLength: 3 }), (text, exact) => {
        const found = findQuote(text, { exact });
        expect(found.every((quote) => isQuoteAt(text, quote))).toBe(true);
        expect(findQuote(text, { exact })).toEqual(found);
      }),
    );
  });

  test("words that were folded by hand are found", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("قِيلَ إِنَّ", "مِليارَ دولارٍ", "الذَّكاءُ الاصطناعيُّ"),
        arbitraryText,
        (words, around) => {
          // a word before them, as a number would take its billion along
          const text = `${around} إن ${words} ${around}`;
          const bare = words.replace(/[\u064B-\u0652]/g, "");
          expect(findQuote(text, { exact: bare }).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
