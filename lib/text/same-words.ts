import { figuresIn } from "./figures";
import { fold } from "./fold";
import { hasSameVowels } from "./vowels";

/**
 * Whether two texts have the same words: they fold to the same, their numbers are the same with their signs, and where
 * both have tashkeel on a letter, it is the same.
 */
export function isSameWords(a: string, b: string): boolean {
  return comparableWords(a) === comparableWords(b) && hasSameVowels(a, b);
}

/**
 * What counts of words when they are compared: letters and digits folded, the numbers with signs and separators, and
 * the signs that folding drops or makes digits of (10² and 102, x = y and x ≠ y, 1 / 2 and 1 - 2). Not the tashkeel,
 * which one of two texts may leave out.
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
const SIGNS = /[\p{Sm}\p{No}\u2032\u2033]|\u0338|-(?=\s*\p{Nd})|[/:.,٫٬٪-](?<=\p{Nd}\s*.)(?=\s*\p{Nd})/gu;
const LATIN: Record<string, string> = { "٫": ".", "٬": "," };

function signsIn(text: string): string[] {
  return [...text.replaceAll(/[\u2010-\u2015]/g, "-").matchAll(SIGNS)].map(([sign]) => LATIN[sign] ?? sign);
}
