/** A range of a text in UTF-16 units: start inclusive, end exclusive. */
export type TextRange = { start: number; end: number };

/** A piece of a text, its offset, and whether it is marked. */
export type RangePiece = { text: string; start: number; marked: boolean };

/** Returns the ranges in text order, those that touch or overlap merged. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** Returns the text from `start` to `end`, split where one of the ordered, disjoint ranges begins or ends. */
export function cutAtRanges(
  text: string,
  ranges: readonly TextRange[],
  { start, end }: TextRange = { start: 0, end: text.length },
): RangePiece[] {
  const pieces: RangePiece[] = [];
  let at = start;
  const add = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: at, marked });
    at = Math.max(at, to);
  };
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    add(range.start, false);
    add(Math.min(range.end, end), true);
  }
  add(end, false);
  return pieces;
}
