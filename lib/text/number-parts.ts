import { MAGNITUDE, MINUS_WORD } from "./number-words";

// Parts of regular expressions (with the flag u) that know numbers as they are written. All that repeats is bounded, so
// that no text can make the search long.

/** Marks and what has no width. */
export const UNSEEN = "[\\p{M}\\p{Cf}\\p{DI}]{0,4}";
/** The spaces inside of a line. */
const SPACE = "[ \\u00A0\\u2007\\u2009\\u202F]";
const GAP = `${SPACE}{1,2}`;
const DIGIT_NEXT = `(?=${UNSEEN}\\p{N})`;
/** A number follows, with what may stand before it. */
const NUMBER_NEXT = `(?=[-+.٫%٪‰‱﹪％#№ \\u00A0\\u0640\\p{Pd}\\p{Sm}\\p{Sc}]{0,5}${DIGIT_NEXT})`;
const DIGIT_BEFORE = `(?<=\\p{N}${UNSEEN})`;
const NOT_IN_WORD = "(?<![\\p{L}\\p{N}]\\p{M}{0,4})";
const PERCENT = "[%٪‰‱﹪％]";
const CURRENCY = "\\p{Sc}";

/** One letter that Arabic writes together with the number after it, as in ب35%. */
const PARTICLE = `${NOT_IN_WORD}[وفبلك]\\u0640{0,4}`;

/** A sign before a number, with the spaces behind it: -3, - 3, ≠5, √5, #5. A lone = or | changes no number. */
const SIGN = [
  `(?![|=](?!\\u0338))[-+\\u2010\\u2011\\u2212\\uFE63\\uFF0B\\uFF0D\\p{Sm}#№]${SPACE}{0,2}`,
  // An en dash between spaces is a minus at the beginning only; behind other words it parts them: the war – 3 people
  `[\\u2012\\u2013](?<![^\\s:(]${GAP}[\\u2012\\u2013])${GAP}`,
  "[\\u2012-\\u2015]", // –3, —3
  // Arabic writes tatweel for a dash: ـ٣, and "ـ ٣" where no word stands before it
  `(?<![\\p{L}\\p{M}\\p{N}])\\u0640{1,2}(?:(?<![^\\s:(]${GAP}\\u0640{1,2})${GAP})?`,
].join("|");

/** What stands before a number and belongs to it: sign, currency, percent, a decimal point without its zero. */
const LEAD = [
  "(?=[-+.٫%٪‰‱﹪％#№\\u0640\\p{Pd}\\p{Sm}\\p{Sc}])",
  `(?:${NOT_IN_WORD}|(?<=${PARTICLE}|\\u0640))`,
  `(?:(?:${SIGN})${UNSEEN}){0,2}(?:${CURRENCY}${SPACE}?|${PERCENT})?${UNSEEN}(?:(?:${SIGN})${UNSEEN})?`,
  `(?:(?<![.…])[.٫])?${DIGIT_NEXT}`,
].join("");

/** What stands between the digits of one number, date, time, fraction or range, with no space around it. */
const SEPARATOR =
  "(?:\\.{2,3}|\\u0640{1,3}|(?!\\|)[.,:;/\\\\_'’‘`´·٫٬،؛…*^\\p{Sm}\\p{Pd}\\u00A0\\u2007\\u2009\\u202F])";

/** Behind digits that are a number by themselves: not those of H800 and COVID-19. */
const afterDigits = (most: number) =>
  `(?<=(?<![\\p{Nd}\\p{sc=Latin}]|\\p{L}\\p{Pd})\\p{Nd}{1,${most}}${UNSEEN})`;
const FRACTION = "[¼-¾⅐-⅞↉]";

/** What joins two runs of digits to one number. */
export const DIGIT_JOINS = [
  `${DIGIT_BEFORE}${UNSEEN}${SEPARATOR}${UNSEEN}(?=\\p{N})`,
  // 10 000, 1 1/2, and whatever else has nothing but a space between: only a year and longer numbers stand alone.
  `${afterDigits(3)}${SPACE}${UNSEEN}(?=\\p{Nd})`,
  `${DIGIT_BEFORE}${GAP}(?=${FRACTION})`, // 5 ½
].join("|");

/** What stands behind a number and belongs to it. What stands behind a space may be the next number's. */
const AFTER_SPACE = `${SPACE}(?:${PERCENT}|${CURRENCY})(?!${SPACE}?[.٫]?\\p{N})`;
const TAIL = `${DIGIT_BEFORE}${UNSEEN}(?:${PERCENT}|${CURRENCY}|[+°]|${AFTER_SPACE})`;
/** The words behind a number that change it, and a currency behind them: 5 million, 5 في المئة, 5 bn €. */
const WORDS_AFTER = `(?:${afterDigits(20)}|(?<=${FRACTION}|\\p{N}\\+))(?:${GAP}${UNSEEN}${MAGNITUDE}){1,3}(?:${SPACE}?${CURRENCY}(?!${SPACE}?[.٫]?\\p{N}))?`;

/** A dash or slash behind a number with its unit and before the next: 3 – 5, 3% - 5%, $3–$5, 3 million – 5 million. */
const RANGE = `(?:${SPACE}{0,2}[-/⁄∕×÷\\u0640\\u2010-\\u2013\\u2212]${SPACE}{0,2}|[\\u2014\\u2015])${NUMBER_NEXT}`;

const PLAIN = "\\p{N}[\\p{N}.,٫٬]{0,20}";
/** Accounting writes what is lost in brackets: ($5), $(5), (3) percent. A mere (3) or (3%) is common in prose. */
const BRACKETED = [
  `${CURRENCY}\\(${PLAIN}\\)`,
  `\\((?:${CURRENCY}${SPACE}?${PLAIN}|${PLAIN}${SPACE}?${CURRENCY})\\)`,
  `\\(${PLAIN}\\)${SPACE}{0,2}(?:${PERCENT}|${CURRENCY}|${MAGNITUDE})`,
].join("|");

/** How an Arabic particle, a bracketed number, and what stands around a number are known. */
export const NUMBER = {
  particle: `${PARTICLE}${NUMBER_NEXT}`,
  bracketed: BRACKETED,
  minusWord: `${MINUS_WORD}${GAP}${NUMBER_NEXT}`,
  lead: LEAD,
  tail: TAIL,
  wordsAfter: WORDS_AFTER,
  digitBefore: DIGIT_BEFORE,
  range: RANGE,
};
