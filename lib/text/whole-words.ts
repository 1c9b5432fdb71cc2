import { DIGIT_JOINS, NUMBER, UNSEEN } from "./number-parts";
import type { TextRange } from "./ranges";

/** The words and numbers of a text, in UTF-16 units. */
export type WholeWords = {
  /** Whether this index is inside a word or number. */
  cuts(index: number): boolean;
  /** Returns the word or number around this index; an empty range there if none. */
  around(index: number): TextRange;
};

// Scripts without spaces between words, which may be cut anywhere.
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const ARABIC = "(?:(?!\\p{N})[\\p{sc=Arabic}\\u0640])";
/** A boundary between two runs of letters and digits without anything between them. */
const SEAM = [
  // Arabic particles and the article before foreign words and numbers: وLLaMA, الـ20.
  `(?<=${ARABIC}${UNSEEN})(?=\\p{sc=Latin})`,
  `(?<=\\p{sc=Latin}${UNSEEN})(?=${ARABIC})`,
  `(?<=\\u0640${UNSEEN})(?=\\p{N})`,
  `(?<=\\p{N}${UNSEEN})(?=\\u0640{1,3}${UNSEEN}\\p{N})`, // tatweel as a dash: ٣ـ٥
].join("|");
const INNER = `(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\p{Cf}\\p{DI}]`;
/** A run of letters and digits. */
const RUN = `(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?:${INNER})*(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}])?`;
/** A sign between two characters, ignoring zero-width ones. */
const between = (before: string, sign: string, after: string) =>
  `(?<=${before})${UNSEEN}${sign}${UNSEEN}(?=${after})`;
const LETTER = "(?!\\u0640)[\\p{L}\\p{M}]";
const ANY = "(?!\\u0640)[\\p{L}\\p{N}\\p{M}]";
/** A join of two runs into one word. */
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
const ADDRESS = '(?:(?:[Hh]ttps?|[Ff]tp)://|[Ww]ww\\.)[^\\s<>«»"“”]*[\\p{L}\\p{N}/_=&#-]'; // without a final full stop

/** After a run: further runs, or the suffix of a number and perhaps the other end of a range. */
const MORE = `(?:${JOINS})${RUN}|${WORD_TAIL}|(?:(?:${NUMBER.tail}|${NUMBER.wordsAfter})+|${NUMBER.digitBefore})(?:${NUMBER.range}(?:${NUMBER.lead})?${RUN})?`;
// Longer words are split, since the regex engine stores backtracking state for each part.
const WORD = `(?:${NUMBER.minusWord})?(?:${NUMBER.lead})?${RUN}(?:${MORE}){0,1000}`;
const WHOLE = new RegExp(`${NUMBER.particle}|${ADDRESS}|${NUMBER.bracketed}|${WORD}`, "gu");

/**
 * Returns the words and numbers of a text. A word includes its hyphens and apostrophes (`anti-war`, `can't`),
 * a number its separators, sign, currency, percent and magnitude (`-1.2`, `$1,000`, `10:30`, `5 %`, `5
 * million`), a range both ends (`3 – 5`). An Arabic prefix of a foreign word or number (و, بـ, الـ) is a word
 * of its own.
 */
export function wholeWords(text: string): WholeWords {
  const words = [...text.matchAll(WHOLE)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const around = (index: number): TextRange => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] as TextRange).end <= index) low = middle + 1;
      else high = middle;
    }
    const word = words[low];
    return word && word.start < index ? word : { start: index, end: index };
  };
  return { around, cuts: (index) => around(index).end > index };
}
