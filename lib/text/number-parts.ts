import { MAGNITUDE, MINUS_WORD } from "./number-words";

// Regex sources (for the flag u) for written numbers. All repetition is bounded, so that no text makes a search slow.

/** Marks and zero-width characters. */
export const UNSEEN = "[\\p{M}\\p{Cf}\\p{DI}]{0,4}";
/** The spaces inside a line. */
const SPACE = "[ \\u00A0\\u2007\\u2009\\u202F]";
const GAP = `${SPACE}{1,2}`;
const DIGIT_NEXT = `(?=${UNSEEN}\\p{N})`;
/** A number follows, perhaps with signs before it. */
const NUMBER_NEXT = `(?=[-+.٫%٪‰‱﹪％#№ \\u00A0\\u0640\\p{Pd}\\p{Sm}\\p{Sc}]{0,5}${DIGIT_NEXT})`;
const DIGIT_BEFORE = `(?<=\\p{N}${UNSEEN})`;
const NOT_IN_WORD = "(?<![\\p{L}\\p{N}]\\p{M}{0,4})";
const PERCENT = "[%٪‰‱﹪％]";
const CURRENCY = "\\p{Sc}";

/** An Arabic one-letter particle joined to the number after it, as in ب35%. */
const PARTICLE = `${NOT_IN_WORD}[وفبلك]\\u0640{0,4}`;

/** A sign before a number, with the spaces after it: -3, - 3, ≠5, √5, #5; not = or |. */
const SIGN = [
  `(?![|=](?!\\u0338))[-+\\u2010\\u2011\\u2212\\uFE63\\uFF0B\\uFF0D\\p{Sm}#№]${SPACE}{0,2}`,
  // An en dash with spaces is a minus only at the beginning; elsewhere it is punctuation: the war – 3 people
  `[\\u2012\\u2013](?<![^\\s:(]${GAP}[\\u2012\\u2013])${GAP}`,
  "[\\u2012-\\u2015]", // –3, —3
  // Tatweel as a dash: ـ٣, and "ـ ٣" without a word before it
  `(?<![\\p{L}\\p{M}\\p{N}])\\u0640{1,2}(?:(?<![^\\s:(]${GAP}\\u0640{1,2})${GAP})?`,
].join("|");

/** The prefix of a number: sign, currency, percent, a decimal point without its zero. */
const LEAD = [
  "(?=[-+.٫%٪‰‱﹪％#№\\u0640\\p{Pd}\\p{Sm}\\p{Sc}])",
  `(?:${NOT_IN_WORD}|(?<=${PARTICLE}|\\u0640))`,
  `(?:(?:${SIGN})${UNSEEN}){0,2}(?:${CURRENCY}${SPACE}?|${PERCENT})?${UNSEEN}(?:(?:${SIGN})${UNSEEN})?`,
  `(?:(?<![.…])[.٫])?${DIGIT_NEXT}`,
].join("");

/** A separator between the digits of a number, date, time, fraction or range, without spaces. */
const SEPARATOR =
  "(?:\\.{2,3}|\\u0640{1,3}|(?!\\|)[.,:;/\\\\_'’‘`´·٫٬،؛…*^\\p{Sm}\\p{Pd}\\u00A0\\u2007\\u2009\\u202F])";

/** After the digits of a number, but not those of H800 and COVID-19. */
const afterDigits = (most: number) =>
  `(?<=(?<![\\p{Nd}\\p{sc=Latin}]|\\p{L}\\p{Pd})\\p{Nd}{1,${most}}${UNSEEN})`;
const FRACTION = "[¼-¾⅐-⅞↉]";

/** A join of two runs of digits into one number. */
export const DIGIT_JOINS = [
  `${DIGIT_BEFORE}${UNSEEN}${SEPARATOR}${UNSEEN}(?=\\p{N})`,
  // 10 000, 1 1/2: up to three digits join the digits after a space; years and longer numbers do not.
  `${afterDigits(3)}${SPACE}${UNSEEN}(?=\\p{Nd})`,
  `${DIGIT_BEFORE}${GAP}(?=${FRACTION})`, // 5 ½
].join("|");

/** The suffix of a number. What follows a space may belong to the next number. */
const AFTER_SPACE = `${SPACE}(?:${PERCENT}|${CURRENCY})(?!${SPACE}?[.٫]?\\p{N})`;
const TAIL = `${DIGIT_BEFORE}${UNSEEN}(?:${PERCENT}|${CURRENCY}|[+°]|${AFTER_SPACE})`;
/** Magnitude words after a number, and a currency after them: 5 million, 5 في المئة, 5 bn €. */
const WORDS_AFTER = `(?:${afterDigits(20)}|(?<=${FRACTION}|\\p{N}\\+))(?:${GAP}${UNSEEN}${MAGNITUDE}){1,3}(?:${SPACE}?${CURRENCY}(?!${SPACE}?[.٫]?\\p{N}))?`;

/** A dash or slash between the numbers of a range: 3 – 5, 3% - 5%, $3–$5, 3 million – 5 million. */
const RANGE = `(?:${SPACE}{0,2}[-/⁄∕×÷\\u0640\\u2010-\\u2013\\u2212]${SPACE}{0,2}|[\\u2014\\u2015])${NUMBER_NEXT}`;

const PLAIN = "\\p{N}[\\p{N}.,٫٬]{0,20}";
/** Negative amounts in accounting: ($5), $(5), (3) percent. A plain (3) or (3%) does not count. */
const BRACKETED = [
  `${CURRENCY}\\(${PLAIN}\\)`,
  `\\((?:${CURRENCY}${SPACE}?${PLAIN}|${PLAIN}${SPACE}?${CURRENCY})\\)`,
  `\\(${PLAIN}\\)${SPACE}{0,2}(?:${PERCENT}|${CURRENCY}|${MAGNITUDE})`,
].join("|");

/** Regex sources for the parts of a number and what surrounds it. */
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
