import { codePointIndex, codePointLength, codeUnitIndex } from "./code-points";

/** A part of a text that a page shows in one DOM text node, with its offset in the text (code points). */
export type TextNodePiece = { text: string; start: number };

/** A boundary point as in the DOM: the index of a piece, and the UTF-16 offset in it. */
export type DomPoint = { piece: number; offset: number };

/** The selected part of a piece, in UTF-16 units of the piece. */
export type SelectedPiece = TextNodePiece & { from: number; to: number };

/** Returns the pieces of an element that shows a text from `start` on, by the texts of its nodes. */
export function cutIntoPieces(start: number, texts: readonly string[]): TextNodePiece[] {
  let next = start;
  return texts.map((text) => {
    const piece = { text, start: next };
    next += codePointLength(text);
    return piece;
  });
}

/**
 * Returns the range of the text (code points, end exclusive) from the first to the last selected part, in any
 * order. Half a surrogate pair counts as the whole. Null if only white space is selected.
 */
export function selectedRange(parts: readonly SelectedPiece[]): { start: number; end: number } | null {
  const nonBlank = parts.filter(({ text, from, to }) => text.slice(from, to).trim() !== "");
  if (nonBlank.length === 0) return null;
  return {
    start: Math.min(...nonBlank.map(({ text, start, from }) => start + codePointIndex(text, from))),
    end: Math.max(
      ...nonBlank.map(
        ({ text, start, to }) => start + codePointIndex(text, to) + (splitsSurrogatePair(text, to) ? 1 : 0),
      ),
    ),
  };
}

/**
 * Returns the DOM point of a position in the text (code points). Between two pieces, the start of a range is
 * in the second, the end in the first. Null if no piece shows the position, as between two paragraphs.
 */
export function findDomPoint(
  pieces: readonly TextNodePiece[],
  position: number,
  edge: "start" | "end",
): DomPoint | null {
  const piece = pieces.findIndex(({ text, start }) => {
    const end = start + codePointLength(text);
    return edge === "start" ? start <= position && position < end : start < position && position <= end;
  });
  const found = pieces[piece];
  return found ? { piece, offset: codeUnitIndex(found.text, position - found.start) } : null;
}

/**
 * Returns the range after (or before) the selected one, of ranges in text order; the first (or last) if none
 * is selected. Null if there is none.
 */
export function neighbour<S extends { start: number; end: number }>(
  ranges: readonly S[],
  selected: { start: number; end: number } | null,
  direction: "next" | "previous",
): S | null {
  const found =
    direction === "next"
      ? ranges.find(({ start }) => start >= (selected?.end ?? 0))
      : ranges.findLast(({ end }) => end <= (selected?.start ?? Number.POSITIVE_INFINITY));
  return found ?? null;
}

function splitsSurrogatePair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
