import { describe, expect, test } from "vitest";
import { findQuote, quoteAt } from "@/lib/text/quote";
import { hasSameWords } from "@/lib/text/same-words";

const wordsFound = (text: string, exact: string) => findQuote(text, { exact }).map((quote) => quote.exact);

/** Words, and texts in which they are only a part of something else. */
const PARTS: [exact: string, ...texts: string[]][] = [
  // numbers that go on
  [
    "5",
    "5…7",
    "3…5",
    "5..7",
    "3..5",
    "5...7",
    "1_5",
    "1;5",
    "⁻5",
    "√5",
    "≠5",
    "x≠5",
    "x<5",
    "—5",
    "he said —5 then",
  ],
  [
    "5",
    "5½",
    "5 ½",
    "3 – 5",
    "5 – 7",
    "3 - 5",
    "5 - 7",
    "3 − 5",
    "3 / 5",
    "5 / 7",
    "1 5",
    "$5–$7",
    "5% - 7%",
    "5`000",
  ],
  [
    "٥",
    "٥…٧",
    "٣…٥",
    "٥..٧",
    "١_٥",
    "١؛٥",
    "١٫٥",
    "١٬٥",
    "≠٥",
    "√٥",
    "—٥",
    "٥½",
    "٥ ½",
    "٣ – ٥",
    "٣ - ٥",
    "٥ - ٧",
    "٥٪ - ٧٪",
  ],
  ["٥", "٣ـ٥", "٥ـ٧", "٣ ـ ٥", "ـ٥", "- ٥"],
  ["000 people", "10 000 people", "1 000 000 people", "minus 10 000 people", "5 000–10 000 people"],
  ["000 شخص", "10 000 شخص", "بـ10 000 شخص", "ب10 000 شخص"],
  ["٠٠٠ شخص", "١٠ ٠٠٠ شخص", "١ ٠٠٠ ٠٠٠ شخص"],
  [
    "3 million",
    "1 3 million",
    "1 1/3 million",
    "2 – 3 million",
    "2 million – 3 million",
    "3 million – 5 million",
  ],
  ["٣ ملايين", "١ ٣ ملايين", "٢ – ٣ ملايين", "٣ ملايين – ٥ ملايين"],
  ["½ percent", "5 ½ percent"],
  // negative ones
  ["3 percent", "- 3 percent", "fell by - 3 percent", "fell by − 3 percent", "minus 3 percent"],
  ["3 percent", "Minus 3 percent", "negative 3 percent", "(3) percent", "≈ 3 percent", "< 3 percent"],
  [
    "٣ في المئة",
    "- ٣ في المئة",
    "بلغ − ٣ في المئة",
    "ناقص ٣ في المئة",
    "وناقص ٣ في المئة",
    "سالب ٣ في المئة",
  ],
  ["٣ في المئة", "سالِب ٣ في المئة", "(٣) في المئة", "ـ٣ في المئة"],
  ["$5", "($5)", "-($5)", "by ($5)"],
  ["5 €", "(5 €)"],
  ["5", "$(5)"],
  // magnitudes
  ["$5", "$5 bn", "$5 million", "$5 Million", "$5m", "$5 m", "$5 thousand", "$5 trillion", "$5 – $7"],
  [
    "5",
    "5 percent",
    "5 per cent",
    "5 k",
    "5 billion",
    "5 hundred thousand",
    "5 and a half",
    "5 million-strong",
  ],
  ["5 million", "5 million percent", "5 million €", "5 million and a half"],
  ["million people", "5 million people"],
  ["٥", "٥ مليون", "٥ ملايين", "٥ مليارات", "٥ ملياراً", "٥ ألفًا", "٥ آلاف", "٥ تريليونات", "٥ ونصف"],
  ["٥", "٥ بالمئة", "٥ في المئة", "٥ بالمائة", "٥ في المِئة", "٥ نقاط مئوية"],
  ["٥ ملايين", "٥ ملايين ونصف", "٥ ملايين $"],
  // words that go on
  ["can", "can`t", "can´t", "can’t", "canʼt", "can't", "can′t"],
  [
    "war",
    "war_crime",
    "post–war",
    "war–time",
    "war.com",
    "war@x",
    "x@war.com",
    "the.war",
    "see https://x.org/war now",
  ],
  ["foo", "foo@bar.com", "a.foo@bar.com"],
  ["C", "C++", "C# is"],
  ["http", "http://example.com", "https://example.com/"],
  ["example", "www.example.com/path", "https://example.com"],
  ["U", "the U.S. army"],
  ["حرب", "حرب_عالمية", "ما–حرب", "حـربنا", "https://example.com/حرب"],
];

test.each(PARTS)("%s is not in what it is only a part of", (exact, ...texts) => {
  for (const text of texts.flatMap((one) => [one, `It is ${one} now.`, `قيل ${one} هنا`])) {
    expect(wordsFound(text, exact), text).toEqual([]);
  }
});

test.each([
  ["3 percent", "– 3 percent"],
  ["3 percent", "Growth: – 3 percent"],
  ["٣ في المئة", "– ٣ في المئة"],
  ["٣ في المئة", "ـ ٣ في المئة"],
])("%s is not in %s, where no word stands before the dash", (exact, text) => {
  expect(wordsFound(text, exact)).toEqual([]);
});

test.each([
  // dashes, brackets and signs of the sentence
  ["5 people", "the war – 5 people died"],
  ["5 people", "the war — 5 people died"],
  ["5 people", "the war—5 people died"],
  ["٣ قتلى", "انتهت الحرب – ٣ قتلى"],
  ["٣ قتلى", "انتهت الحرب ـ ٣ قتلى"],
  ["3", "see (3) there"],
  ["3%", "a minority (3%) said so"],
  ["$5 million", "it cost much ($5 million)"],
  ["5 percent", "growth = 5 percent"],
  ["5", "5; 7"],
  ["5", "5, 7"],
  ["5 km", "5 km - 6 km"],
  // years, and digits of a name, beside a number
  ["3 million people", "In 2024 3 million people left"],
  ["500 people", "in 2024 500 people left"],
  ["in 2024", "in 2024 500 people left"],
  ["COVID-19", "COVID-19 500 cases"],
  ["H800", "H800 million"],
  // the whole of it
  ["10 000 people", "of 10 000 people"],
  ["- 3 percent", "by - 3 percent"],
  ["3 – 5", "from 3 – 5 on"],
  ["(3) percent", "by (3) percent"],
  ["5 million", "5 million."],
  ["٥ في المئة", "بنسبة ٥ في المئة."],
  ["C++", "in C++ then"],
  ["foo@bar.com", "to foo@bar.com."],
  // full stops without a space, and what parts words
  ["war", "the war.He left"],
  ["الحرب", "انتهت الحرب.وقال"],
  ["war", "war/peace"],
  ["war", "#war"],
])("%s is found in: %s", (exact, text) => {
  expect(wordsFound(text, exact)).toEqual([exact]);
});

test.each([
  ["-3 percent", "by - 3 percent", "- 3 percent"],
  ["3-5 men", "of 3 – 5 men", "3 – 5 men"],
  ["٣-٥ رجال", "من ٣ ـ ٥ رجال", "٣ ـ ٥ رجال"],
])("%s is the same number as in: %s", (exact, text, stands) => {
  expect(wordsFound(text, exact)).toEqual([stands]);
});

describe("numbers that are not the same", () => {
  test.each([
    ["by (3) percent", "by 3 percent"],
    ["by ($5) then", "by $5 then"],
    ["5…7", "5 7"],
    ["1_5", "1 5"],
    ["1;5", "1 5"],
    ["≠5", "=5"],
    ["٣ـ٥", "٣٥"],
    ["بنسبة (٣) في المئة", "بنسبة ٣ في المئة"],
  ])("%s, %s", (one, other) => {
    expect(hasSameWords(one, other)).toBe(false);
    expect(wordsFound(one, other)).toEqual([]);
    expect(wordsFound(other, one)).toEqual([]);
  });

  test("but for the spelling of a dash", () => {
    expect(hasSameWords("3 - 5", "3 – 5")).toBe(true);
    expect(hasSameWords("3-5", "3–5")).toBe(true);
  });
});

test.each([
  ["5", "5 million"],
  ["3 percent", "fell by - 3 percent"],
  ["war", "war_crime"],
  ["٥", "٥ في المئة"],
])("%s stays what was selected in %s when the text moves", (words, text) => {
  const selected = (within: string) => {
    const at = within.indexOf(words);
    return quoteAt(within, at, at + words.length);
  };
  const moved = `New.\n\n${text}`;
  expect(findQuote(moved, selected(text))).toEqual([selected(moved)]);
});

// With an expression that tries every way to read them, these would not end.
test.each([
  ..."$ a 1 1, 1( _ http:// ½ 5%".split(" ").map((piece) => [piece]),
  ...["- ", "1 ", "1 000 ", "- 5", "5 million ", "5 – ", "1 (", " ", "\u064E", "\u0640"].map((piece) => [
    piece,
  ]),
])("a long text of %j is searched", (piece) => {
  const text = `${piece.repeat(200_000 / piece.length)} fact`;
  expect(wordsFound(text, "fact")).toEqual(["fact"]);
  expect(hasSameWords(text, `${text}s`)).toBe(false);
});
