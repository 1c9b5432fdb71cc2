import { figuresIn } from "./figures";
import { fold } from "./fold";
import { hasSameVowels } from "./vowels";

/**
 * Whether two texts have the same words: equal when folded, with the same signed numbers, and no conflicting
 * tashkeel.
 */
export function hasSameWords(a: string, b: string): boolean {
  return comparableWords(a) === comparableWords(b) && hasSameVowels(a, b);
}

/**
 * Returns what is compared of words: the folded text, the numbers with signs and separators, and the signs
 * that folding drops or turns into digits (10² and 102, x = y and x ≠ y, 1 / 2 and 1 - 2). Not the tashkeel,
 * which is optional.
 */
export function comparableWords(words: string): string {
  const plain = withPlainMinus(words).normalize("NFC");
  return [fold(plain), ...figuresIn(plain), ...signsIn(plain)].join(" ");
}

/** Returns the text with the minus sign U+2212 as a hyphen. Both are one UTF-16 unit. */
export function withPlainMinus(text: string): string {
  return text.replaceAll("\u2212", "-");
}

/**
 * Mathematical signs; superscript, subscript and circled digits; primes; a lone minus; separators between two
 * digits.
 */
const SIGNS = /[\p{Sm}\p{No}\u2032\u2033]|\u0338|-(?=\s*\p{Nd})|[/:.,٫٬٪-](?<=\p{Nd}\s*.)(?=\s*\p{Nd})/gu;
const LATIN: Record<string, string> = { "٫": ".", "٬": "," };

function signsIn(text: string): string[] {
  return [...text.replaceAll(/[\u2010-\u2015]/g, "-").matchAll(SIGNS)].map(([sign]) => LATIN[sign] ?? sign);
}
