import { codePointLength, codePointTable } from "./code-points";
import { type Paragraph, paragraphs } from "./paragraphs";

/** Something that marks a stretch of a text, such as a claim: code points, start inclusive, end exclusive. */
export type Mark = { id: string; start: number; end: number };

/** A stretch of text through which no mark begins or ends. */
export type Segment<M extends Mark> = {
  text: string;
  start: number;
  end: number;
  /** The marks that cover it, the innermost (shortest) first. */
  marks: M[];
  /** Those of them that end with it: where a footnote or a label goes. */
  ends: M[];
};

/** A paragraph cut at its marks. */
export type SegmentedParagraph<M extends Mark> = { start: number; end: number; segments: Segment<M>[] };

/**
 * The text cut wherever a mark begins or ends; the segments joined are the text. Marks may overlap. A mark that
 * reaches over an end of the text is cut there, and one that covers nothing of it is left out: a stale mark must
 * not take the page down. No text: no segments.
 */
export function segmentText<M extends Mark>(text: string, marks: readonly M[]): Segment<M>[] {
  const range = { text, start: 0, end: codePointLength(text) };
  return segmentRange(range, marks, Number.POSITIVE_INFINITY);
}

/**
 * The paragraphs of a text, each cut at its marks, with offsets of the whole text. A mark over several paragraphs
 * is in the `marks` of each, and in `ends` once, in the last.
 */
export function segmentParagraphs<M extends Mark>(
  text: string,
  marks: readonly M[],
): SegmentedParagraph<M>[] {
  const found = paragraphs(text);
  return found.map((paragraph, i) => {
    // a mark that ends in the newlines after a paragraph ends with that paragraph
    const nextStart = found[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const { start, end } = paragraph;
    return { start, end, segments: segmentRange(paragraph, marks, nextStart) };
  });
}

/** A mark that reaches past `range.end` but not past `endsBy` ends with the range. */
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

/** Shortest first; of equal length the later one; then by id, so that the order never depends on the input's. */
function innermostFirst(a: Mark, b: Mark): number {
  const byLength = a.end - a.start - (b.end - b.start);
  return byLength || b.start - a.start || (a.id < b.id ? -1 : Number(a.id > b.id));
}
