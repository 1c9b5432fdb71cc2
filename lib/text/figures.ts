import { foldCodePoint } from "./fold-code-point";
import { DIGIT_JOINS, NUMBER } from "./number-parts";

const DIGITS = `\\p{N}(?:[\\p{N}\\p{M}\\p{Cf}\\p{DI}]*\\p{N})?`;
const MORE = `(?:${DIGIT_JOINS})${DIGITS}|(?:${NUMBER.tail}|${NUMBER.digitBefore})(?:${NUMBER.range}(?:${NUMBER.lead})?${DIGITS})?`;
const FIGURE = new RegExp(`${NUMBER.bracketed}|(?:${NUMBER.lead})?${DIGITS}(?:${MORE}){0,1000}`, "gu");

const PLAIN = new Map([
  ["،", ","],
  ["⁄", "/"],
  ["∕", "/"],
  ["؛", ";"],
  ["\u0640", "-"], // between digits, tatweel is a dash
]);

/**
 * Returns the numbers of a text in order, each with its signs and separators, normalized: Latin digits and
 * separators, one kind of dash and apostrophe, no white space. `10:30` and `10-30` differ.
 */
export function figuresIn(text: string): string[] {
  return Array.from(text.matchAll(FIGURE), ([figure]) => [...figure].map(plainPart).join(""));
}

function plainPart(part: string): string {
  if (/[\p{Pd}\u2212]/u.test(part)) return "-";
  if (/['’‘`´]/u.test(part)) return "'";
  if (/\s/u.test(part)) return "";
  const plain = PLAIN.get(part);
  if (plain !== undefined) return plain;
  // Folding would turn ≠ into =.
  if (/\p{Sm}/u.test(part)) return part.normalize("NFKC");
  const folded = foldCodePoint(part);
  return folded === " " ? part.normalize("NFKC") : folded;
}
