import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { type CodePointRange, EXCERPT_CONTEXT, excerptsOf, wholeTextExcerpt } from "@/lib/text/excerpts";
import { arbitraryText } from "./arbitrary-text";

/** Where the words stand in the text, in code points. */
function rangeOf(text: string, words: string): CodePointRange {
  const at = text.indexOf(words);
  const start = codePointLength(text.slice(0, at));
  return { start, end: start + codePointLength(words) };
}

const englishSentence = (n: number) =>
  `Sentence number ${n} says that the price rose by ${n} percent in a year.`;
const english = Array.from({ length: 40 }, (_, n) => englishSentence(n)).join(" ");
const arabicSentence = (n: number) => `تقول الجملة رقم ${n} إن الأسعار ارتفعت 😀 بنسبة ${n}% خلال عام واحد.`;
const arabic = Array.from({ length: 40 }, (_, n) => arabicSentence(n)).join(" ");

describe("excerptsOf", () => {
  test.each([
    ["en", english, englishSentence],
    ["ar", arabic, arabicSentence],
  ] as const)(
    "shows whole sentences around the words, and says that more is left out (%s)",
    (language, text, of) => {
      const [excerpt, ...others] = excerptsOf(text, [rangeOf(text, of(20))], language);
      expect(others).toEqual([]);
      expect(excerpt?.text).toBe([16, 17, 18, 19, 20, 21, 22, 23, 24].map(of).join(" "));
      expect(excerpt).toMatchObject({ leftOutBefore: true, leftOutAfter: true });
      expect(excerpt?.text).not.toContain(of(15));
      expect(excerpt?.text).not.toContain(of(25));
    },
  );

  test("begins and ends with the text where that is near", () => {
    const found = excerptsOf(
      english,
      [rangeOf(english, englishSentence(1)), rangeOf(english, englishSentence(38))],
      "en",
    );
    expect(found.map(({ leftOutBefore, leftOutAfter }) => [leftOutBefore, leftOutAfter])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(found[0]?.text.startsWith(englishSentence(0))).toBe(true);
    expect(found[1]?.text.endsWith(englishSentence(39))).toBe(true);
  });

  test("cuts between words where a sentence is longer than there is room", () => {
    const words = Array.from({ length: 400 }, (_, n) => `word${n}`);
    const text = words.join(" ");
    const [excerpt] = excerptsOf(text, [rangeOf(text, "word200")], "en");
    const shown = excerpt?.text.split(" ") ?? [];
    expect(shown.every((word) => words.includes(word))).toBe(true);
    expect(shown.length).toBeGreaterThan(60);
  });

  test("is one excerpt where surroundings overlap, two where they do not", () => {
    const near = excerptsOf(
      english,
      [rangeOf(english, englishSentence(10)), rangeOf(english, englishSentence(17))],
      "en",
    );
    expect(near).toHaveLength(1);
    const far = excerptsOf(
      english,
      [rangeOf(english, englishSentence(30)), rangeOf(english, englishSentence(10))],
      "en",
    );
    expect(
      far.map(({ text }) => [text.includes(englishSentence(10)), text.includes(englishSentence(30))]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("shows nothing where there is no range, or none with words of the text in it", () => {
    expect(excerptsOf(english, [], "en")).toEqual([]);
    expect(excerptsOf("Short.", [{ start: 9, end: 12 }], "en")).toEqual([]);
  });

  const filler = fc.array(
    fc.constantFrom(
      englishSentence(7),
      arabicSentence(8),
      "long".repeat(90),
      "\n\n",
      "中文没有空格".repeat(60),
    ),
    {
      maxLength: 8,
    },
  );
  const arbitraryCase = fc
    .tuple(
      arbitraryText,
      filler,
      arbitraryText,
      filler,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 80 }))),
    )
    .map(([a, b, c, d, places]) => {
      const text = a + b.join(" ") + c + d.join(" ");
      const length = codePointLength(text);
      const ranges = places.flatMap(([at, wide]) => {
        const start = length === 0 ? 0 : at % length;
        return start < length ? [{ start, end: Math.min(length, start + wide) }] : [];
      });
      return { text, ranges };
    });

  test("every range stands whole in exactly one excerpt, and no more than its surroundings is shown", () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom("en", "ar", "zh"), ({ text, ranges }, language) => {
        const excerpts = excerptsOf(text, ranges, language);
        const points = [...text];
        for (const { start, end, text: shown } of excerpts) {
          expect(shown).toBe(sliceCodePoints(text, start, end));
        }
        for (const [n, next] of excerpts.slice(1).entries()) {
          expect(excerpts[n]?.end).toBeLessThan(next.start);
        }
        for (const range of ranges) {
          const around = excerpts.filter(({ start, end }) => start <= range.start && range.end <= end);
          expect(around).toHaveLength(1);
        }
        const isNear = (at: number) =>
          ranges.some(({ start, end }) => at >= start - EXCERPT_CONTEXT && at < end + EXCERPT_CONTEXT);
        for (const { start, end } of excerpts) {
          for (let at = start; at < end; at++) {
            if (!isNear(at)) expect(points[at]?.trim()).toBe("");
          }
        }
        for (const { start, end, leftOutBefore, leftOutAfter } of excerpts) {
          expect(leftOutBefore).toBe(points.slice(0, start).join("").trim() !== "");
          expect(leftOutAfter).toBe(points.slice(end).join("").trim() !== "");
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("wholeTextExcerpt leaves nothing out", () => {
  expect(wholeTextExcerpt("نص 😀")).toEqual({
    text: "نص 😀",
    start: 0,
    end: 4,
    leftOutBefore: false,
    leftOutAfter: false,
  });
});
