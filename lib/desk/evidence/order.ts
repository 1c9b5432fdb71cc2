/** A step of one piece of evidence in its list. */
export type EvidenceStep = "up" | "down";

/**
 * The order after somebody who saw `seen` moved `id` past its neighbour there. Others may have moved, added and removed
 * pieces meanwhile: `current` is the order of now. The piece comes to stand on the other side of that neighbour (or of
 * the next one, where that is gone), and what others moved past the piece itself stays there, so that two steps at once
 * both take effect.
 */
export function movedOrder(current: string[], seen: string[], id: string, step: EvidenceStep): string[] {
  if (step === "up") return movedUp(current, seen, id);
  return movedUp(current.toReversed(), seen.toReversed(), id).reverse();
}

function movedUp(current: string[], seen: string[], id: string): string[] {
  const above = seen.slice(0, Math.max(0, seen.indexOf(id)));
  const neighbour = above.findLast((other) => current.includes(other));
  const [from, to] = [current.indexOf(neighbour ?? id), current.indexOf(id)];
  if (from >= to) return current;
  const between = current.slice(from + 1, to);
  const ahead = between.filter((other) => !above.includes(other));
  const others = current.slice(from, to).filter((other) => !ahead.includes(other));
  return [...current.slice(0, from), ...ahead, id, ...others, ...current.slice(to + 1)];
}
