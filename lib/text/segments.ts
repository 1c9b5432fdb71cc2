import { codePointLength, codePointTable } from "./code-points";
import { type Paragraph, splitParagraphs } from "./paragraphs";

/** A marked range of a text, such as the quote of a claim: code points, start inclusive, end exclusive. */
export type Mark = { id: string; start: number; end: number };

/** A part of a text within which no mark begins or ends. */
export type Segment<M extends Mark> = {
  text: string;
  start: number;
  end: number;
  /** The marks that cover it, the innermost (shortest) first. */
  marks: M[];
  /** Those that end with it, for footnotes and labels. */
  ends: M[];
};

/** A paragraph split at its marks. */
export type SegmentedParagraph<M extends Mark> = { start: number; end: number; segments: Segment<M>[] };

/**
 * Splits a text wherever a mark begins or ends; the joined segments are the text. Marks may overlap. Stale
 * marks are clamped to the text, and left out if nothing remains. No segments for an empty text.
 */
export function segmentText<M extends Mark>(text: string, marks: readonly M[]): Segment<M>[] {
  const range = { text, start: 0, end: codePointLength(text) };
  return segmentRange(range, marks, Number.POSITIVE_INFINITY);
}

/**
 * Returns the paragraphs of a text, each split at its marks, with offsets of the whole text. A mark over
 * several paragraphs is in the `marks` of each, and in the `ends` of the last.
 */
export function segmentParagraphs<M extends Mark>(
  text: string,
  marks: readonly M[],
): SegmentedParagraph<M>[] {
  const found = splitParagraphs(text);
  return found.map((paragraph, i) => {
    // a mark that ends in the newlines after a paragraph ends with that paragraph
    const nextStart = found[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const { start, end } = paragraph;
    return { start, end, segments: segmentRange(paragraph, marks, nextStart) };
  });
}

/** Splits a range at its marks. A mark that ends between `range.end` and `endsBy` ends with the range. */
function segmentRange<M extends Mark>(range: Paragraph, marks: readonly M[], endsBy: number): Segment<M>[] {
  const { start, end } = range;
  if (start === end) return [];
  const inside = marks
    .filter((mark) => mark.start < mark.end && mark.start < end && mark.end > start)
    .sort(innermostFirst);
  const edges = new Set([start, end]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const table = codePointTable(range.text);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] as number;
    const covering = inside.filter((mark) => mark.start <= from && mark.end >= to);
    return {
      text: range.text.slice(table.toCodeUnit(from - start), table.toCodeUnit(to - start)),
      start: from,
      end: to,
      marks: covering,
      ends: covering.filter((mark) => mark.end === to || (to === end && mark.end <= endsBy)),
    };
  });
}

/** Compares marks: shortest first, then the later one, then by id. */
function innermostFirst(a: Mark, b: Mark): number {
  const byLength = a.end - a.start - (b.end - b.start);
  return byLength || b.start - a.start || (a.id < b.id ? -1 : Number(a.id > b.id));
}
