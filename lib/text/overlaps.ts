import type { Mark } from "./segments";

/**
 * Numbers the marks that overlap another one from 0 in text order, by id. Marks that only touch do not
 * overlap.
 */
export function numberOverlaps(marks: readonly Mark[]): Map<string, number> {
  const sorted = marks.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  const overlapping = new Set<string>();
  let furthest: Mark | undefined;
  for (const mark of sorted) {
    if (furthest && mark.start < furthest.end) overlapping.add(furthest.id).add(mark.id);
    if (!furthest || mark.end > furthest.end) furthest = mark;
  }
  return new Map([...sorted.filter(({ id }) => overlapping.has(id))].map(({ id }, number) => [id, number]));
}
