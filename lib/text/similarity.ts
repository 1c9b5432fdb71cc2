import { distance } from "fastest-levenshtein";

/**
 * Returns the similarity of two strings from 0 to 1: one minus their Levenshtein distance (in UTF-16 units)
 * over the length of the longer; 1 for two empty strings. For short strings: takes O(n·m) time.
 */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}
