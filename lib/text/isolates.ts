import type { Direction } from "./direction";
import { directionOfText, letterOf } from "./direction-of-text";
import { isolatePatterns } from "./isolate-patterns";

/** A piece of a text; one with a direction is laid out as a bidi isolate. */
export type TextPiece = { text: string; direction: Direction | null };

// A quick check, as most texts have nothing to isolate.
const mayNeedIsolates: Record<Direction, RegExp> = {
  rtl: new RegExp(String.raw`${letterOf.ltr}|\d`, "u"),
  ltr: new RegExp(letterOf.rtl, "u"),
};

/**
 * Splits a text in paragraphs of this direction at the pieces that the Unicode bidirectional algorithm would
 * lay out wrongly (UAX #9): sums, ranges and signed numbers, whose parts swap sides after Arabic letters (W2
 * to W6); runs of words of the other script, which would absorb a following number (W7) or name (N1) and lose
 * their final signs (C++, N2); addresses; lines in the other script. The joined pieces are the text.
 */
export function splitIsolates(text: string, direction: Direction): TextPiece[] {
  if (!mayNeedIsolates[direction].test(text)) return [{ text, direction: null }];
  const pieces: TextPiece[] = [];
  for (const line of text.match(/[^\n]+|\n+/g) ?? []) {
    const own = directionOfText(line, direction);
    if (own !== direction) pieces.push({ text: line, direction: own });
    else pieces.push(...joinSentences(runsIn(line, direction)));
  }
  return pieces;
}

function runsIn(line: string, direction: Direction): TextPiece[] {
  const opposite = direction === "rtl" ? "ltr" : "rtl";
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of line.matchAll(isolatePatterns[direction])) {
    // Plain digits are always in the right order.
    if (!/[^\d.,:/]/.test(match[0])) continue;
    if (match.index > end) pieces.push({ text: line.slice(end, match.index), direction: null });
    pieces.push({ text: match[0], direction: match.groups?.address ? "ltr" : opposite });
    end = match.index + match[0].length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), direction: null });
  return pieces;
}

/** Joins adjacent sentences of the other script, but not names at the ends of two sentences. */
function joinSentences(pieces: TextPiece[]): TextPiece[] {
  const isSentence = (piece: TextPiece | undefined) => piece?.direction && piece.text.includes(" ");
  const joined: TextPiece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = joined.at(-1);
    const isStop = /^[.!?…]+ $/.test(piece.text) && isSentence(last) && isSentence(pieces[index + 1]);
    const follows = last?.direction && / $/.test(last.text) && piece.direction === last.direction;
    if (last && (isStop || follows)) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}
