import { codePointIndex, codePointLength, codeUnitIndex } from "./code-points";

/** A stretch of a text as a page shows it in one node: its words, and where they begin in the text (code points). */
export type ShownPiece = { text: string; start: number };

/** A boundary in a shown piece, as the DOM counts it: which piece, and the UTF-16 offset in it. */
export type ShownPoint = { piece: number; offset: number };

/** The part of a piece that is selected, in UTF-16 units of the piece. */
export type SelectedPart = ShownPiece & { from: number; to: number };

/** The pieces of one element that shows a text from `start` on, cut into the texts of its nodes. */
export function piecesFrom(start: number, texts: readonly string[]): ShownPiece[] {
  let next = start;
  return texts.map((text) => {
    const piece = { text, start: next };
    next += codePointLength(text);
    return piece;
  });
}

/**
 * The range of the text (code points, end exclusive) that the selected parts make up, from the first to the last
 * whatever their order, with what lies between them. Half a surrogate pair counts as the whole. Null where nothing
 * but white space is selected.
 */
export function selectedRange(parts: readonly SelectedPart[]): { start: number; end: number } | null {
  const chosen = parts.filter(({ text, from, to }) => text.slice(from, to).trim() !== "");
  if (chosen.length === 0) return null;
  return {
    start: Math.min(...chosen.map(({ text, start, from }) => start + codePointIndex(text, from))),
    end: Math.max(
      ...chosen.map(({ text, start, to }) => start + codePointIndex(text, to) + (splits(text, to) ? 1 : 0)),
    ),
  };
}

/**
 * Where a place of the text (code points) is shown: as the beginning of a range, in the piece that begins there; as
 * the end of one, in the piece that ends there. Null where no piece shows it, as between two paragraphs.
 */
export function shownPoint(
  pieces: readonly ShownPiece[],
  place: number,
  edge: "start" | "end",
): ShownPoint | null {
  const piece = pieces.findIndex(({ text, start }) => {
    const end = start + codePointLength(text);
    return edge === "start" ? start <= place && place < end : start < place && place <= end;
  });
  const found = pieces[piece];
  return found ? { piece, offset: codeUnitIndex(found.text, place - found.start) } : null;
}

/**
 * The stretch, of those given in the order of the text, that comes next after (or before) the selected one; the first
 * (or last) where nothing is selected. Null at the end of the way.
 */
export function neighbour<S extends { start: number; end: number }>(
  stretches: readonly S[],
  selected: { start: number; end: number } | null,
  way: "next" | "previous",
): S | null {
  const found =
    way === "next"
      ? stretches.find(({ start }) => start >= (selected?.end ?? 0))
      : stretches.findLast(({ end }) => end <= (selected?.start ?? Number.POSITIVE_INFINITY));
  return found ?? null;
}

function splits(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
