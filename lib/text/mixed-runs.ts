import type { Direction } from "./direction";
import { isolates, type TextPiece } from "./isolates";

/** The part of a segment that stands in a run, and how it is laid out. `start` is its place in the segment (UTF-16). */
export type RunPart<S> = { segment: S; start: number; isLast: boolean; pieces: TextPiece[] };

/** What is laid out together: a stretch through which no segment's boundary cuts an isolate, or such an isolate. */
export type MixedRun<S> = { direction: Direction | null; parts: RunPart<S>[] };

/**
 * A paragraph that is cut into segments (a mark, words that were added), so that the cuts do not change how it is laid
 * out: an isolate through which a segment begins or ends is a run of its own, whose parts belong to several segments.
 * The pieces of all parts joined are the paragraph.
 */
export function mixedRuns<S extends { text: string }>(
  segments: readonly S[],
  direction: Direction,
): MixedRun<S>[] {
  const runs: MixedRun<S>[] = [];
  const borders = bordersOf(segments);
  let at = 0;
  for (const piece of isolates(segments.map(({ text }) => text).join(""), direction)) {
    const end = at + piece.text.length;
    const over = borders.filter((place) => place.start < end && place.end > at);
    const isCut = piece.direction !== null && over.length > 1;
    const run: MixedRun<S> = { direction: isCut ? piece.direction : null, parts: [] };
    const last = runs.at(-1);
    if (isCut || !last || last.direction) runs.push(run);
    for (const place of over) {
      const text = piece.text.slice(Math.max(0, place.start - at), place.end - at);
      addPiece(runs.at(-1) ?? run, place, Math.max(at, place.start), {
        text,
        direction: isCut ? null : piece.direction,
      });
    }
    at = end;
  }
  return runs;
}

type Place<S> = { segment: S; start: number; end: number };

function bordersOf<S extends { text: string }>(segments: readonly S[]): Place<S>[] {
  let start = 0;
  return segments.map((segment) => {
    const place = { segment, start, end: start + segment.text.length };
    start = place.end;
    return place;
  });
}

function addPiece<S>(run: MixedRun<S>, place: Place<S>, at: number, piece: TextPiece): void {
  const isLast = at + piece.text.length === place.end;
  const part = run.parts.at(-1);
  if (part?.segment === place.segment) {
    part.pieces.push(piece);
    part.isLast = isLast;
  } else {
    run.parts.push({ segment: place.segment, start: at - place.start, isLast, pieces: [piece] });
  }
}
