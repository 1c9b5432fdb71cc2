import { fold } from "./fold";
import { figuresIn } from "./whole-words";

/**
 * Whether two texts have the same words: they fold to the same, their numbers are the same with their signs, and no
 * letter has other tashkeel in each. Without tashkeel, قتل may be قَتَلَ and قُتِلَ, which are not the same.
 */
export function isSameWords(a: string, b: string): boolean {
  return comparableWords(a) === comparableWords(b) && isSameVocalised(a, b);
}

const ARABIC_LETTER = /(?!\u0640)(?=\p{L})\p{sc=Arabic}([\p{M}\u0640]*)/gu;
const SHADDA = "\u0651";

/** Whether no letter that has marks in both texts has other ones in each. */
function isSameVocalised(a: string, b: string): boolean {
  const [ours, theirs] = [tashkeelOf(a), tashkeelOf(b)];
  // Letters that folding takes for others, such as ligatures, part the two: then there is nothing to compare.
  if (ours.length !== theirs.length) return true;
  return ours.every((marks, place) => isCompatible(marks, theirs[place] ?? ""));
}

/** What stands on each Arabic letter of a text. */
function tashkeelOf(text: string): string[] {
  return Array.from(text.normalize("NFC").matchAll(ARABIC_LETTER), ([, marks = ""]) =>
    marks.replace(/[^\u064B-\u0652]/g, ""),
  );
}

function isCompatible(a: string, b: string): boolean {
  if (a === "" || b === "") return true;
  const [vowels, others] = [a, b].map((marks) => [...marks].filter((mark) => mark !== SHADDA).join(""));
  return a.includes(SHADDA) === b.includes(SHADDA) && (!vowels || !others || vowels === others);
}

/**
 * What counts of words when they are compared: letters and digits folded, the numbers with signs and separators, and
 * the signs that folding drops or makes digits of (10² and 102, x = y and x ≠ y, 1 / 2 and 1 - 2).
 */
export function comparableWords(words: string): string {
  const plain = withPlainMinus(words).normalize("NFC");
  return [fold(plain), ...figuresIn(plain), ...signsIn(plain)].join(" ");
}

/** The minus sign U+2212 as the hyphen that most people type. Both are one UTF-16 unit. */
export function withPlainMinus(text: string): string {
  return text.replaceAll("\u2212", "-");
}

/** Mathematical signs, digits that are raised, lowered or in circles, primes, a lone minus, and what parts two digits. */
const SIGNS =
  /[\p{Sm}\p{No}\u2032\u2033]|\u0338|\((?=\p{Sc}?[\p{N}.,٫٬]{1,30}[%٪]?\))|(?<!\p{L})-(?=\s*\p{Nd})|(?<=\p{Nd}\s*)[/:.,٫٬٪-](?=\s*\p{Nd})/gu;
const LATIN: Record<string, string> = { "٫": ".", "٬": "," };

function signsIn(text: string): string[] {
  return [...text.replaceAll(/[\u2010-\u2015]/g, "-").matchAll(SIGNS)].map(([sign]) => LATIN[sign] ?? sign);
}
