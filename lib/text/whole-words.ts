import { DIGIT_JOINS, NUMBER, UNSEEN } from "./number-parts";

type Range = { start: number; end: number };

/** Where the words and numbers of a text begin and end, in UTF-16 units. */
export type WholeWords = {
  /** Whether a word or number stands on both sides of this index, so that a cut here would leave half of it. */
  cuts(index: number): boolean;
  /** The word or number that a cut at this index would go through; the empty place there where there is none. */
  around(index: number): Range;
};

// Scripts without spaces between words: nothing tells a whole word there, so a cut is allowed anywhere.
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const ARABIC = "(?:(?!\\p{N})[\\p{sc=Arabic}\\u0640])";
/** Where one run of letters and digits ends although another letter or digit follows. */
const SEAM = [
  // Arabic writes particles and the article together with foreign words and numbers: وLLaMA, الـ20.
  `(?<=${ARABIC}${UNSEEN})(?=\\p{sc=Latin})`,
  `(?<=\\p{sc=Latin}${UNSEEN})(?=${ARABIC})`,
  `(?<=\\u0640${UNSEEN})(?=\\p{N})`,
  `(?<=\\p{N}${UNSEEN})(?=\\u0640{1,3}${UNSEEN}\\p{N})`, // tatweel as a dash: ٣ـ٥
].join("|");
const INNER = `(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\p{Cf}\\p{DI}]`;
/** Letters and digits with nothing between them. */
const RUN = `(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?:${INNER})*(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}])?`;
/** A sign between two things, whatever has no width beside it. */
const between = (before: string, sign: string, after: string) =>
  `(?<=${before})${UNSEEN}${sign}${UNSEEN}(?=${after})`;
const LETTER = "(?!\\u0640)[\\p{L}\\p{M}]";
const ANY = "(?!\\u0640)[\\p{L}\\p{N}\\p{M}]";
/** What joins two runs to one word. */
const JOINS = [
  DIGIT_JOINS,
  between(ANY, "[-\\u2010-\\u2013]", "[\\p{L}\\p{N}]"), // anti-war, post–war, COVID-19
  between(LETTER, "['’‘‛`´′＇&]", "\\p{L}"), // can't, R&D; ʼ is a letter
  between(ANY, "(?:_{1,3}|@)", "[\\p{L}\\p{N}]"), // war_crime, war@example.com
  between("[\\p{sc=Latin}\\p{N}]", "\\.", "[a-z]"), // war.com; not: war.He
  between("(?<!\\p{L})\\p{Lu}", "\\.", "\\p{Lu}"), // U.S.
  between(LETTER, "(?:\\p{Sc}|(?!\\|)\\p{Sm})", "\\p{N}"), // US$5, x≠5
].join("|");
const WORD_TAIL = "(?<=\\p{sc=Latin})[+#]{1,2}(?![\\p{L}\\p{N}])"; // C++, C#
const ADDRESS = '(?:(?:[Hh]ttps?|[Ff]tp)://|[Ww]ww\\.)[^\\s<>«»"“”]*[\\p{L}\\p{N}/_=&#-]'; // without the full stop behind it

/** Behind a run: further runs, or what ends a number, after which a dash may join the next one. */
const MORE = `(?:${JOINS})${RUN}|${WORD_TAIL}|(?:(?:${NUMBER.tail}|${NUMBER.wordsAfter})+|${NUMBER.digitBefore})(?:${NUMBER.range}(?:${NUMBER.lead})?${RUN})?`;
// A longer word is taken for several, as what can be tried again is remembered for each of its parts.
const WORD = `(?:${NUMBER.minusWord})?(?:${NUMBER.lead})?${RUN}(?:${MORE}){0,1000}`;
const WHOLE = new RegExp(`${NUMBER.particle}|${ADDRESS}|${NUMBER.bracketed}|${WORD}`, "gu");

/**
 * The words and numbers of a text. A word goes with its hyphens and apostrophes (`anti-war`, `can't`), a number with
 * its separators, sign, currency, percent and magnitude (`-1.2`, `$1,000`, `10:30`, `5 %`, `5 million`), a range with both
 * of its ends (`3 – 5`). What Arabic puts before a foreign word or a number without a space (و, بـ, الـ) is a word of its
 * own.
 */
export function wholeWords(text: string): WholeWords {
  const words = [...text.matchAll(WHOLE)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const around = (index: number): Range => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] as Range).end <= index) low = middle + 1;
      else high = middle;
    }
    const word = words[low];
    return word && word.start < index ? word : { start: index, end: index };
  };
  return { around, cuts: (index) => around(index).end > index };
}
