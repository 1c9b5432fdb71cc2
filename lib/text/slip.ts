import { distance } from "fastest-levenshtein";

/** In UTF-16 units. A shorter word that differs by a letter is another word; two letters are swapped in longer ones only. */
const [SHORTEST, SHORTEST_SWAPPED] = [4, 5];

/** Whether one word is the other but for a slip: a letter that is wrong, missing or too many, or two that are swapped. */
export function isSlipOf(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) === 1 || isSwapOf(a, b);
}

/** Whether two neighbours stand the other way round: one slip, which Levenshtein counts as two changes. */
function isSwapOf(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < SHORTEST_SWAPPED) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b;
}
