import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresIn } from "@/lib/text/figures";
import { findQuote, quoteAt } from "@/lib/text/quote";
import { wholeWords } from "@/lib/text/whole-words";
import { arbitraryText } from "./arbitrary-text";

const wordsFound = (text: string, exact: string) => findQuote(text, { exact }).map((quote) => quote.exact);

describe("a quote is found as whole words and whole numbers only", () => {
  test.each([
    ["5 percent", "It fell by 35 percent."],
    ["2 million", "It cost 1.2 million."],
    ["2 million", "It cost 1,2 million."],
    ["500 people", "Of 1\u00A0500 people"],
    ["500 people", "Of 1\u202F500 people"],
    ["war", "A warning"],
    ["war", "the post-war years"],
    ["the minister", "the ministers"],
    ["the minister", "says the minister's wife"],
    ["minister said", "the ex-minister said so"],
    ["they can", "they can't"],
    ["AI", "He said so"],
    ["$1.2", "It cost $1.25."],
    ["$1.2", "It cost $1.2m."],
    ["1.2 million", "It cost $1.2 million."],
    ["$5 million", "It cost US$5 million."],
    ["5 million", "It cost € 5 million."],
    ["grew by 5", "It grew by 5%."],
    ["grew by 5", "It grew by 5 %."],
    ["paid 5", "She paid 5 € then."],
    ["5 percent", "It fell by .5 percent."],
    ["3 percent", "It fell by -3 percent."],
    ["3 percent", "It fell by −3 percent."],
    ["3 percent", "It fell by –3 percent."],
    ["3 percent", "It fell by +3 percent."],
    ["3 percent", "by <3 percent"],
    ["30 in the morning", "at 10:30 in the morning"],
    ["19 cases", "COVID-19 cases"],
    ["800 chips", "H800 chips"],
    ["in 2024", "in 2024/25"],
    ["aged 18", "aged 18+"],
    ["من الناس", "ضمن الناس"],
    ["من الناس", "من الناسخ"],
    ["الناس", "والناس"],
    ["Goo", "بـGoogle"],
    ["5 م", "بـ5 ملايين"],
    ["5 ملايين", "بـ35 ملايين"],
    ["الناس", "النـاسخ"],
    ["حرب", "الحرب"],
    ["5 في المئة", "بنسبة 35 في المئة"],
    ["٥ في المئة", "بنسبة ٣٥ في المئة"],
    ["٢ مليون", "كلّف ١٫٢ مليون"],
    ["٢ مليون", "كلّف ١٬٢ مليون"],
    ["2 مليون", "كلّف ١٫٢ مليون"],
    ["٣ في المئة", "بلغ -٣ في المئة"],
    ["٣ في المئة", "بلغ −٣ في المئة"],
    ["بلغ ٥", "بلغ ٥٪ فقط"],
    ["٥ فقط", "بلغ ٪٥ فقط"],
    ["٣٠ صباحاً", "في ١٠:٣٠ صباحاً"],
    ["من\u200Fالناس", "ضمن\u200Fالناس"],
  ])("%s is not in: %s", (exact, text) => {
    expect(wordsFound(text, exact)).toEqual([]);
  });

  test.each([
    ["-3 percent", "It is 3 percent."],
    ["3 percent", "It is -3 percent."],
    ["1/2 of them", "1-2 of them"],
    ["1-2 of them", "1/2 of them"],
    ["1/2 of them", "1 2 of them"],
    ["from 10:30 on", "from 10-30 on"],
    ["from 10-30 on", "from 10:30 on"],
    ["from 10:30 on", "from 10.30 on"],
    ["a 3:1 vote", "a 3–1 vote"],
    ["1'000 men", "1-000 men"],
    ["بلغ -٣ فقط", "بلغ ٣ فقط"],
    ["من ١٠:٣٠ صباحاً", "من ١٠-٣٠ صباحاً"],
    ["١/٢ منهم", "١-٢ منهم"],
    ["1/2 منهم", "١-٢ منهم"],
  ])("%s is not the same as: %s", (exact, text) => {
    expect(wordsFound(text, exact)).toEqual([]);
  });

  test.each([
    ["-3 percent", "It is −3 percent.", "−3 percent"],
    ["−3 Percent", "It is -3 percent.", "-3 percent"],
    ["«-3 percent»", 'It is "−3 percent"', "−3 percent"],
    ["2020-2021", "in 2020–2021.", "2020–2021"],
    ["1.2 million", "كلّف ١٫٢ million", "١٫٢ million"],
    ["1,200", "بلغ ١٬٢٠٠ دولار", "١٬٢٠٠"],
    ["35%", "بلغت ٣٥٪ فقط", "٣٥٪"],
    ["10:30", "في ١٠:٣٠ صباحاً", "١٠:٣٠"],
    ["٥ في المئة", "بنسبة 5 في المئة.", "5 في المئة"],
    ["35%", "نمت بـ35% فقط", "35%"],
    ["-5 درجات", "وصلت لـ-5 درجات", "-5 درجات"],
    ["35%", "نمت ب35% فقط", "35%"],
    ["20 دولة", "مجموعة الـ20 دولة", "20 دولة"],
    ["$5 ملايين", "كلّف الـ$5 ملايين", "$5 ملايين"],
    ["LLaMA 3", "وLLaMA 3 من Meta", "LLaMA 3"],
    ["Google", "شركة بـ\u2066Google\u2069", "Google"],
    ["$5 million", "by “$5 million”", "$5 million"],
    ["5 million", "the war—5 million fled", "5 million"],
    ["grew by 5", "It grew by 5.", "grew by 5"],
    ["grew by 5", "It grew by 5[1].", "grew by 5"],
    ["war", "war. And peace", "war"],
    ["war", "'war' is over", "war"],
    ["don't", "they don’t say", "don’t"],
    ["COVID 19", "COVID-19 cases", "COVID-19"],
    ["in 2024", "in 2024 $5 million was spent", "in 2024"],
    ["من الناس", "كثيرٌ مِن الناسِ قالوا", "مِن الناسِ"],
    ["战争", "反战争抗议", "战争"],
  ])("%s is found in: %s", (exact, text, stands) => {
    expect(wordsFound(text, exact)).toEqual([stands]);
  });
});

describe("words that a person selected inside of a word", () => {
  const part = (text: string, words: string) => {
    const at = text.indexOf(words);
    return quoteAt(text, at, at + words.length);
  };

  test.each([
    ["the part of an Arabic word behind its prefix", "قال والناس يعلمون", "ناس يعلمون", "والناس يعلمون"],
    ["the digits of a number", "It fell by 35 percent.", "5 percent", "35 percent"],
    ["the words behind a sign", "It fell by -3 percent.", "3 percent", "-3 percent"],
  ])("%s, stay that part wherever the word stands", (_, text, words, whole) => {
    const quote = part(text, words);
    const moved = `New. ${text}`;
    expect(findQuote(moved, quote)).toEqual([part(moved, words)]);
    expect(findQuote(text.replace(whole, words), quote)).toEqual([]);
    expect(findQuote(text, { exact: words })).toEqual([]);
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ..."0 1 25 ٣ ٤٥ . , : / - − – + $ € % ٪ ٫ ٬ ' ’ « » ( ) ~ a war the من الناس نعـم ُ".split(" "),
    " ",
    " ",
    "\u00A0",
    "\u200F",
    "\n",
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const LETTER = /\p{L}/u;
  const DIGIT = /\p{Nd}/u;
  /** Whether two neighbours are of one word: Arabic may be written together with Latin. */
  const isOneWord = (a: string, b: string) =>
    [a, b].some((c) => LETTER.test(c)) &&
    [a, b].every((c) => LETTER.test(c) || DIGIT.test(c)) &&
    /[a-z]/.test(a) === /[a-z]/.test(b);
  /** What can be seen next to an index, going one way. */
  const seen = (characters: string[]) => characters.filter((c) => !/[\p{M}\p{Cf}\u0640]/u.test(c));

  test("a quote that is found never cuts a word or a number", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (whole, other, a, b) => {
        const characters = [...whole];
        const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y);
        // words of the same text, and of another
        for (const exact of [characters.slice(from, to).join(""), other]) {
          for (const { start, end } of findQuote(whole, { exact })) {
            const [first, last] = [
              seen(characters.slice(start, end))[0] ?? "",
              seen(characters.slice(start, end)).at(-1) ?? "",
            ];
            const before = seen(characters.slice(0, start)).reverse();
            const after = seen(characters.slice(end));
            const [near = " ", behind = " "] = before;
            const [next = " ", beyond = " "] = after;
            expect(isOneWord(near, first), "cut at its start").toBe(false);
            expect(isOneWord(last, next), "cut at its end").toBe(false);
            if (DIGIT.test(first)) {
              expect(near).not.toMatch(/[\p{Nd}a-z]/u);
              // behind a word, a sign is none; behind a number, a currency and percent are that one's
              if (/[+~]/.test(near)) expect(behind).toMatch(LETTER);
              if (/[\p{Sc}%٪]/u.test(near)) expect(behind).toMatch(/[\p{L}\p{Nd}]/u);
              if (/[.,:/\-−–'’٫٬\u00A0]/.test(near)) expect(behind).not.toMatch(DIGIT);
              if (/[-−–]/.test(near)) expect(behind).toMatch(LETTER);
            }
            if (DIGIT.test(last)) {
              expect(next).not.toMatch(/[\p{Nd}\p{L}\p{Sc}%٪]/u);
              if (/[.,:/\-−–+~'’٫٬\u00A0]/.test(next)) expect(beyond).not.toMatch(DIGIT);
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("a quote that is found has the wanted numbers, in their order", () => {
    fc.assert(
      fc.property(text, text, (whole, exact) => {
        for (const found of findQuote(`${whole} ${exact} ${whole}`, { exact })) {
          expect(figuresIn(found.exact)).toEqual(figuresIn(exact.trim()));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("words are in order and apart, and what cuts one is inside of it", () => {
    fc.assert(
      fc.property(arbitraryText, fc.nat(), (given, at) => {
        const { around, cuts } = wholeWords(given);
        const index = at % (given.length + 1);
        const { start, end } = around(index);
        expect(cuts(index)).toBe(start < index && index < end);
        if (cuts(index)) expect([cuts(start), cuts(end)]).toEqual([false, false]);
        else expect([start, end]).toEqual([index, index]);
      }),
    );
  });
});
