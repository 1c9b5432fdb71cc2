import { foldCodePoint } from "./fold-code-point";

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
// Few at most, so that no text can make the search long.
const UNSEEN = "[\\p{M}\\p{Cf}\\p{DI}]{0,4}";
const ARABIC = "(?:(?!\\p{N})[\\p{sc=Arabic}\\u0640])";
/** Arabic writes particles and the article together with foreign words and numbers: وLLaMA, الـ20. */
const SEAM = [
  `(?<=${ARABIC}${UNSEEN})(?=\\p{sc=Latin})`,
  `(?<=\\p{sc=Latin}${UNSEEN})(?=${ARABIC})`,
  `(?<=\\u0640${UNSEEN})(?=\\p{N})`,
].join("|");
const INNER = `(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\p{Cf}\\p{DI}]`;
const RUN = `(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?:${INNER})*(?!${SEAM}|[${UNSPACED}])[\\p{L}\\p{N}\\p{M}])?`;
const DIGIT_NEXT = `(?=${UNSEEN}\\p{N})`;
const DIGIT_BEFORE = `(?<=\\p{N}${UNSEEN})`;
/** Behind a number, with what may belong to it. */
const DIGIT_ENDED = "(?<=[\\p{N}%٪‰‱﹪％+°\\p{Sc}]\\p{M}{0,4})";
const NEAR_NUMBER = "\\p{Sc}?\\p{N}";
const NOT_IN_WORD = "(?<![\\p{L}\\p{N}]\\p{M}{0,4})";
const SPACE = "[ \\u00A0\\u202F]";
// A dash of its own between words is none: the em dash is left out here, and so is what parts columns and says "equals".
const SIGN = "(?:(?![|=])[-\\u2010-\\u2013\\uFE63\\uFF0D#№\\p{Sm}])";
const PERCENT = "[%٪‰‱﹪％]";
const PERCENT_WORD = "per ?cent|pct|(?:في |ب)(?:المئة|المائة|المية)";
/** Words that make another number of the one before them, as in 5 million, and the words for percent. */
const MAGNITUDE = `${SPACE}?(?:hundred|thousand|[mb]illions?|trillions?|[mbt]n|[kKmMbB]|[أا]لفا?ً?|[آا]لاف|ملايين|(?:مليون|مليار|بليون|تريليون)(?:ًا|اً|ا|ات)?|${PERCENT_WORD})(?![\\p{L}\\p{M}\\p{N}])`;
/** One letter that Arabic writes together with the number after it, as in ب35%. */
const PARTICLE = `${NOT_IN_WORD}[وفبلك]\\u0640{0,4}`;
/** What stands before a number and belongs to it: sign, currency, percent, a decimal point without its zero. */
const LEAD = `(?=[-+.٫%٪‰‱﹪％#№\\p{Pd}\\p{Sm}\\p{Sc}])(?:${NOT_IN_WORD}|(?<=${PARTICLE}|\\u0640))(?:${SIGN}${UNSEEN}){0,2}(?:\\p{Sc}${SPACE}?|${PERCENT})?${UNSEEN}(?:${SIGN}${UNSEEN})?(?:(?<![.…])[.٫])?${DIGIT_NEXT}`;
/** A minus in words, or with a space behind it: a dash there is one only before a percentage or degrees, and not at the start of a line. */
const SPACED_MINUS = [
  `(?<![\\p{L}\\p{M}\\p{N}])(?:[Mm]inus|[Nn]egative|ناقص|سالب)${SPACE}(?=${NEAR_NUMBER})`,
  `\\u2212${SPACE}(?=${NEAR_NUMBER})`,
  `(?<=\\S${SPACE})[-–]${SPACE}(?=[\\p{N}.,٫٬]{1,20}${SPACE}?(?:${PERCENT}|°|${PERCENT_WORD}))`,
].join("|");
/** What stands between the digits of one number, date, time, fraction or range. */
const SEPARATOR = "[.…_;؛,:/\\\\'’‘·٫٬،*×÷^+=~⁄∕\\p{Pd}\\u2212\\u00A0\\u2007\\u2009\\u202F]";
const BETWEEN_DIGITS = `${DIGIT_BEFORE}${UNSEEN}${SEPARATOR}(?:${UNSEEN}[.\\p{Pd}]){0,2}${UNSEEN}(?=\\p{N})`;
const JOINS = [
  BETWEEN_DIGITS,
  `${DIGIT_BEFORE}${UNSEEN}(?:${SPACE}[-–\\u2212])?${SPACE}(?=\\p{N})`, // 10 000, 5 ½, 3 – 5
  "(?<=(?!\\u0640)[\\p{L}\\p{N}\\p{M}])[-_@\\u2010\\u2011](?=[\\p{L}\\p{N}])", // anti-war, COVID-19, war_crime
  "(?<=[\\p{L}\\p{M}])['’`´&–](?=\\p{L})", // can't, R&D, Paris–Berlin
  "(?<=\\p{Ll})\\.(?=\\p{Ll})", // war.com; a sentence begins with a capital letter
  "(?<=(?!\\u0640)\\p{L})\\p{Sc}(?=\\p{N})", // US$5
].join("|");
/** What stands behind a number and belongs to it. What stands behind a space may be the next number's. */
const TAIL = `${DIGIT_BEFORE}${UNSEEN}(?:${PERCENT}|\\p{Sc}|[+°]|${SPACE}(?:${PERCENT}|\\p{Sc})(?!${SPACE}?[.٫]?\\p{N}))`;
/** A number alone in parentheses, which in accounts is less than nothing. */
const ENCLOSED = `\\((?:${SIGN}|\\p{Sc}|${PERCENT}){0,3}[\\p{N}.,٫٬]{1,30}(?:${SPACE}?(?:\\p{Sc}|${PERCENT}))?\\)`;
const ADDRESS = "(?:https?:\\/\\/|www\\.)[^\\s<>\"'«»“”‘’()]*[\\p{L}\\p{N}/]";

const WHOLE = new RegExp(
  [
    `${NOT_IN_WORD}${ADDRESS}`,
    `${PARTICLE}(?=(?:${SIGN}|\\p{Sc}|${PERCENT}){0,3}${DIGIT_NEXT})`,
    `${ENCLOSED}(?:${MAGNITUDE})?`,
    `(?:${SPACED_MINUS})?(?:${LEAD})?${RUN}(?:(?:${JOINS})${RUN})*(?:${TAIL})?(?:${DIGIT_ENDED}(?:${MAGNITUDE})|(?<=\\p{L})[+#]{1,2}(?![\\p{L}\\p{N}]))?`,
  ].join("|"),
  "gu",
);
const NUMBER = `\\p{N}(?:[\\p{N}\\p{M}\\p{Cf}\\p{DI}]*\\p{N})?`;
const FIGURE = new RegExp(`(?:${LEAD})?${NUMBER}(?:${BETWEEN_DIGITS}${NUMBER})*(?:${TAIL})?`, "gu");

/**
 * The words and numbers of a text. A word goes with its hyphens and apostrophes (`anti-war`, `can't`), a number with
 * its separators, sign, currency and percent (`-1.2`, `$1,000`, `10:30`, `5 %`). What Arabic puts before a foreign word
 * or a number without a space (و, بـ, الـ) is a word of its own.
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

const PLAIN = new Map([
  ["،", ","],
  ["⁄", "/"],
  ["∕", "/"],
]);

/**
 * The numbers of a text in its order, each with its signs and separators, in one spelling: Latin digits and
 * separators, one kind of dash and of apostrophe, no white space inside. `10:30` and `10-30` differ here.
 */
export function figuresIn(text: string): string[] {
  return Array.from(text.matchAll(FIGURE), ([figure]) => [...figure].map(plainPart).join(""));
}

function plainPart(part: string): string {
  if (/[\p{Pd}\u2212]/u.test(part)) return "-";
  if (/['’‘]/u.test(part)) return "'";
  if (/\s/u.test(part)) return "";
  const folded = PLAIN.get(part) ?? foldCodePoint(part);
  return folded === " " ? part.normalize("NFKC") : folded;
}
