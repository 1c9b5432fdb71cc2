import { distance } from "fastest-levenshtein";

/**
 * How alike two strings are, from 0 to 1: one minus their Levenshtein distance (in UTF-16 units) over the length of the
 * longer. Two empty strings are alike. Time grows with the product of the lengths: for short strings.
 */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}
