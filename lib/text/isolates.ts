import type { Direction } from "./direction";
import { directionOfText, letterOf } from "./direction-of-text";
import { isolatedIn } from "./isolate-patterns";

/** A piece of a text; one with a direction is laid out by itself, in that direction, whatever stands around it. */
export type TextPiece = { text: string; direction: Direction | null };

// Most texts have nothing to isolate.
const suspicious: Record<Direction, RegExp> = {
  rtl: new RegExp(String.raw`${letterOf.ltr}|\d`, "u"),
  ltr: new RegExp(letterOf.rtl, "u"),
};

/**
 * Cuts a text that is shown in paragraphs of this direction at the pieces that the Unicode bidirectional algorithm
 * would lay out wrongly there (UAX #9): a sum, a range or a number with a sign, whose parts change sides after Arabic
 * letters (W2 to W6); a run of words of the other script, which would take with it the number of the sentence behind
 * it (W7), the next name of a list (N1) and lose the signs at its own end (C++, N2); an address; a line in the other
 * script. What plain text shows rightly inside of such a run is left to it. The pieces joined are the text.
 */
export function isolates(text: string, direction: Direction): TextPiece[] {
  if (!suspicious[direction].test(text)) return [{ text, direction: null }];
  const pieces: TextPiece[] = [];
  for (const line of text.match(/[^\n]+|\n+/g) ?? []) {
    const own = directionOfText(line, direction);
    if (own !== direction) pieces.push({ text: line, direction: own });
    else pieces.push(...joinedSentences(runsIn(line, direction)));
  }
  return pieces;
}

function runsIn(line: string, direction: Direction): TextPiece[] {
  const turned = direction === "rtl" ? "ltr" : "rtl";
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of line.matchAll(isolatedIn[direction])) {
    // Digits alone stand in the right order everywhere.
    if (!/[^\d.,:/]/.test(match[0])) continue;
    if (match.index > end) pieces.push({ text: line.slice(end, match.index), direction: null });
    pieces.push({ text: match[0], direction: match.groups?.address ? "ltr" : turned });
    end = match.index + match[0].length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), direction: null });
  return pieces;
}

/** Sentences of the other script that follow each other are one piece; names at the ends of two sentences are not. */
function joinedSentences(pieces: TextPiece[]): TextPiece[] {
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
