import type { Direction } from "./direction";
import { splitIsolates, type TextPiece } from "./isolates";

/** The part of a segment in a run, and its pieces. `start` is its offset in the segment (UTF-16). */
export type RunPart<S> = { segment: S; start: number; isLast: boolean; pieces: TextPiece[] };

/** A run of segments in which no boundary cuts an isolate, or an isolate that is cut. */
export type LayoutRun<S> = { direction: Direction | null; parts: RunPart<S>[] };

/**
 * Splits the segments of a paragraph (marked or added words) into layout runs, so that their boundaries do
 * not change the layout: an isolate that a boundary cuts is a run of its own, with parts of several segments.
 * The joined pieces are the paragraph.
 */
export function splitRuns<S extends { text: string }>(
  segments: readonly S[],
  direction: Direction,
): LayoutRun<S>[] {
  const runs: LayoutRun<S>[] = [];
  const ranges = rangesOf(segments);
  let at = 0;
  for (const piece of splitIsolates(segments.map(({ text }) => text).join(""), direction)) {
    const end = at + piece.text.length;
    const overlapping = ranges.filter((range) => range.start < end && range.end > at);
    const isCut = piece.direction !== null && overlapping.length > 1;
    const run: LayoutRun<S> = { direction: isCut ? piece.direction : null, parts: [] };
    const last = runs.at(-1);
    if (isCut || !last || last.direction) runs.push(run);
    for (const range of overlapping) {
      const text = piece.text.slice(Math.max(0, range.start - at), range.end - at);
      addPiece(runs.at(-1) ?? run, range, Math.max(at, range.start), {
        text,
        direction: isCut ? null : piece.direction,
      });
    }
    at = end;
  }
  return runs;
}

type SegmentRange<S> = { segment: S; start: number; end: number };

function rangesOf<S extends { text: string }>(segments: readonly S[]): SegmentRange<S>[] {
  let start = 0;
  return segments.map((segment) => {
    const range = { segment, start, end: start + segment.text.length };
    start = range.end;
    return range;
  });
}

function addPiece<S>(run: LayoutRun<S>, range: SegmentRange<S>, at: number, piece: TextPiece): void {
  const isLast = at + piece.text.length === range.end;
  const part = run.parts.at(-1);
  if (part?.segment === range.segment) {
    part.pieces.push(piece);
    part.isLast = isLast;
  } else {
    run.parts.push({ segment: range.segment, start: at - range.start, isLast, pieces: [piece] });
  }
}
