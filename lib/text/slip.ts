/** In UTF-16 units. A shorter word that differs by a letter is another word; two letters are swapped in longer ones only. */
const [SHORTEST, SHORTEST_SWAPPED] = [4, 5];

/** Whether one word is the other but for a slip: a letter that is wrong, missing or too many, or two that are swapped. */
export function isSlipOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST || long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const isRest = (from: number) => short.slice(from) === long.slice(at + 1);
  if (short.length < long.length) return isRest(at);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    isRest(at + 1) ||
    (isSwapped && short.length >= SHORTEST_SWAPPED && short.slice(at + 2) === long.slice(at + 2))
  );
}
