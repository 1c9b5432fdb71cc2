import { distance } from "fastest-levenshtein";

/** The shortest words that may have a typo, and a transposition, in UTF-16 units. */
const [MIN_LENGTH, MIN_LENGTH_TRANSPOSED] = [4, 5];

/** Whether two words differ by one typo: a substituted, missing or extra letter, or two transposed ones. */
export function isTypoOf(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_LENGTH || Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) === 1 || isTransposed(a, b);
}

/** Whether two adjacent letters are transposed, which Levenshtein counts as two edits. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < MIN_LENGTH_TRANSPOSED) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b;
}
