import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointIndex } from "@/lib/text/code-points";
import { isQuoteAt, quoteAt } from "@/lib/text/quote";
import { quoteReanchorer } from "@/lib/text/reanchor";
import { arbitraryText } from "./arbitrary-text";

/** The quote of these words, at their only place in the text, or the last of several. */
function quoteOf(text: string, words: string) {
  const at = text.lastIndexOf(words);
  return quoteAt(text, codePointIndex(text, at), codePointIndex(text, at + words.length));
}
const place = (before: string, after: string, words: string) =>
  quoteReanchorer(before, after)(quoteOf(before, words));

const EN = [
  "Parliament met on Monday for the first time since the summer. The session took six hours.",
  "Minister Smith spoke first. He said that inflation had fallen by 5 percent since the spring of 2025. Nobody asked him how that was measured 😀.",
  "Minister Jones spoke next. She said that wages had risen by 2 million dinars in all. Then the house adjourned.",
].join("\n\n");
const AR = [
  "اجتمع البرلمان يوم الاثنين للمرة الأولى منذ الصيف. واستمرت الجلسة ست ساعات.",
  "تحدث الوزير سالم أولاً. قال إن التضخم انخفض بنسبة ٥ في المئة منذ ربيع ٢٠٢٥. ولم يسأله أحد كيف قيس ذلك.",
  "ثم تحدث الوزير خالد. قال إن الأجور ارتفعت بمقدار ٢ مليون دينار في المجموع. ثم رُفعت الجلسة.",
].join("\n\n");

/** What it shows, the text before and after, and the words quoted. */
type Case = [what: string, before: string, after: string, words: string];
const corrections = (text: string, quote: string, edits: Record<string, [string, string]>) =>
  Object.entries(edits).map(([what, [from, to]]): Case => [what, text, text.replace(from, () => to), quote]);

// A text whose quotes have a paragraph before and behind them.
const around = (text: string) => `First of all.\n\n${text}\n\nLast of all.`;

describe("a quote moves on by itself", () => {
  test.each<Case>([
    ["where a paragraph comes before the first", EN, `New 😀 here.\n\n${EN}`, "fallen by 5 percent"],
    ["where a paragraph comes behind the last", EN, `${EN}\n\nMore.`, "fallen by 5 percent"],
    ...corrections(around(EN), "fallen by 5 percent", {
      "where a paragraph farther away is corrected": ["Last of all", "That was all"],
      "where marks and spaces around it change": ["He said that", "He said, that"],
    }),
    ["where a paragraph comes before the first, in Arabic", AR, `جديد.\n\n${AR}`, "انخفض بنسبة ٥ في المئة"],
    ...corrections(AR, "انخفض بنسبة ٥ في المئة", {
      "where its words get tashkeel and other digits": ["التضخم انخفض بنسبة ٥", "التضخّم اِنخفض بنسبة 5"],
    }),
    ["as the part of a word that was selected", AR, `جديد.\n\n${AR}`, "تضخم انخفض"],
  ])("%s", (_, before, after, words) => {
    const found = place(before, after, words);
    expect(found && isQuoteAt(after, found)).toBe(true);
    const plain = (text: string | undefined) =>
      text
        ?.normalize("NFKD")
        .replace(/[\u064B-\u0652]/g, "")
        .replace("٥", "5");
    expect(plain(found?.exact)).toBe(plain(words));
  });

  test("to the same of two places", () => {
    const twice = around("He said no to it. They asked him again. He said no to it. He left.");
    const second = quoteOf(twice, "said no");
    const found = quoteReanchorer(twice, `Before.\n\n${twice}`)(second);
    expect(found?.start).toBe(second.start + "Before.\n\n".length);
  });
});

describe("a quote stays behind", () => {
  const quote = "fallen by 5 percent";
  test.each<Case>([
    ...corrections(EN, quote, {
      "where its number changes": ["5 percent", "35 percent"],
      "where its number gets a sign": ["5 percent", "-5 percent"],
      "where its words are gone": ["that inflation had fallen by 5 percent", "nothing"],
      "where its sentence is said by somebody else": ["He said", "Jones said"],
      "where its paragraph is another person's": ["Minister Smith", "Minister Jones"],
      "where it is denied in the same sentence": ["since the spring", "only on paper since the spring"],
      "where it becomes a question": ["of 2025.", "of 2025?"],
      "where another sentence of its paragraph is corrected": ["Nobody asked him how", "Two asked him how"],
      "where the paragraph before is corrected": ["six hours", "seven hours"],
      "where the paragraph behind is another person's": ["Minister Jones", "Minister Brown"],
      "where it is heard under a heading": [
        "Minister Smith spoke first",
        "The opposition:\n\nMinister Smith spoke first",
      ],
    }),
    [
      "where the first paragraph gets a heading",
      "Prices fell by 5 percent.",
      "Jones:\n\nPrices fell by 5 percent.",
      "by 5 percent",
    ],
    ["where the text is another one", EN, "Something else.", quote],
    [
      "where another paragraph comes to stand before the first",
      "Prices fell by 5 percent.",
      "New.\n\nPrices fell by 5 percent.",
      "by 5 percent",
    ],
    [
      "where another paragraph comes to stand behind the last",
      "“Taxes rise.”",
      "“Taxes rise.”\n\n— Omar",
      "Taxes rise",
    ],
    [
      "where who spoke before is another one, in a long paragraph",
      "Ali spoke at length on Monday in the parliament building.\n\nTaxes rise 5 percent.",
      "Omar spoke at length on Monday in the parliament building.\n\nTaxes rise 5 percent.",
      "Taxes rise 5 percent",
    ],
    [
      "where who spoke before is another one, in Arabic",
      "تحدث علي مطولا يوم الاثنين في مبنى البرلمان في العاصمة.\n\nترتفع الضرائب ٥ في المئة.",
      "تحدث عمر مطولا يوم الاثنين في مبنى البرلمان في العاصمة.\n\nترتفع الضرائب ٥ في المئة.",
      "ترتفع الضرائب",
    ],
    [
      "where the name comes at the end of the quotation",
      "“Taxes rise. They must,” said Ali.",
      "“Taxes rise. They must,” said Omar.",
      "Taxes rise",
    ],
    ["where a power becomes a number", "It grew 10² times.", "It grew 102 times.", "grew 10² times"],
    ["where an equation is denied", "They say x = y here.", "They say x ≠ y here.", "say x = y here"],
    [
      "where a spaced fraction becomes a range",
      "Of them 1 / 2 left.",
      "Of them 1 - 2 left.",
      "Of them 1 / 2 left",
    ],
    ["where a spaced sign goes", "It moved by − 5 percent.", "It moved by 5 percent.", "5 percent"],
    ...corrections(EN, "2 million", { "where a number grows": ["2 million", "1.2 million"] }),
    ...corrections(AR, "انخفض بنسبة ٥ في المئة", {
      "where its number changes, in Arabic": ["بنسبة ٥", "بنسبة ٣٥"],
      "where its sentence is another person's, in Arabic": ["قال إن التضخم", "قال خالد إن التضخم"],
      "where its paragraph is another person's, in Arabic": ["الوزير سالم", "الوزير خالد"],
    }),
    ...corrections(AR, "٢ مليون", { "where a number grows, in Arabic": ["٢ مليون", "١٫٢ مليون"] }),
  ])("%s", (_, before, after, words) => {
    expect(after).not.toBe(before);
    expect(place(before, after, words)).toBe(null);
  });

  const speeches = (a: string, b: string, c: string, d: string) => `${a}\n\n${b}\n\n${c}\n\n${d}`;
  const long =
    "We will cut the tax on bread by 5 percent next year, and the tax on oil after that. It is time.";
  const longArabic =
    "سنخفض الضريبة على الخبز بنسبة ٥ في المئة في العام المقبل، ثم الضريبة على الزيت. حان الوقت.";
  test.each([
    [
      "in a sentence",
      "Minister A said: we cut taxes by 5 percent. Minister B said: no.",
      "Minister A said: no. Minister B said: we cut taxes by 5 percent.",
      "cut taxes by 5 percent",
    ],
    [
      "twice before, once now",
      "Smith said: it is over. Jones said: it is over.",
      "Jones said: it is over.",
      "over",
    ],
    [
      "in a paragraph",
      speeches("Minister Smith:", "We cut it by 5 percent.", "Minister Jones:", "Never."),
      speeches("Minister Smith:", "Never.", "Minister Jones:", "We cut it by 5 percent."),
      "cut it by 5 percent",
    ],
    [
      "in a long paragraph",
      speeches("Minister Smith:", long, "Minister Jones:", "Never."),
      speeches("Minister Smith:", "Never.", "Minister Jones:", long),
      "the tax on oil",
    ],
    [
      "in Arabic",
      speeches("الوزير سالم:", longArabic, "الوزير خالد:", "أبداً."),
      speeches("الوزير سالم:", "أبداً.", "الوزير خالد:", longArabic),
      "بنسبة ٥ في المئة",
    ],
  ])(
    "where a person's words are deleted and stand under another's name, %s",
    (what, before, after, words) => {
      const first = before.indexOf(words);
      const quote = what.startsWith("twice")
        ? quoteAt(before, before.indexOf(words), before.indexOf(words) + words.length)
        : quoteAt(before, first, first + words.length);
      expect(after).toContain(words);
      expect(quoteReanchorer(before, after)(quote)).toBe(null);
    },
  );
});

test("whatever the text, a sure place holds, and without a change it is the same", () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, fc.nat(), fc.nat(), (before, after, a, b) => {
      const length = [...before].length + 1;
      const [start, end] = [a % length, b % length].sort((x, y) => x - y) as [number, number];
      fc.pre([...before].slice(start, end).join("").trim() !== "");
      const quote = quoteAt(before, start, end);
      const found = quoteReanchorer(before, after)(quote);
      if (found) expect(isQuoteAt(after, found)).toBe(true);
      const same = quoteReanchorer(before, before)(quote);
      if (same) expect(same).toEqual(quote);
    }),
  );
});
