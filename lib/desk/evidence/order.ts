/** The direction of a move in the list. */
export type EvidenceStep = "up" | "down";

/**
 * Returns the order after an editor who saw `seen` moved `id` past its neighbour. `current` includes
 * concurrent changes of others. The piece moves to the other side of that neighbour (or of the next one, if
 * it was removed); pieces that others moved past it stay there, so that concurrent moves both take effect.
 */
export function moveInOrder(current: string[], seen: string[], id: string, step: EvidenceStep): string[] {
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
