/** A piece of a text; `isolated` pieces are to be laid out from left to right whatever stands around them. */
export type TextPiece = { text: string; isolated: boolean };

// A sum of money or a Latin name with what belongs to it: $6M, €1.5bn, GPT-4, LLaMA 3, H800.
const LEFT_TO_RIGHT =
  /[$€£¥]\s?\d[\d.,]*(?:\s?[A-Za-z]+)?|[A-Za-z][\w.+#&/-]*[\w+#](?: (?:[A-Za-z][\w.+#&/-]*[\w+#]|\d{1,2}(?:\.\d+)?(?![\d,.%])))*/g;

/**
 * Cuts a text that runs from right to left at the pieces that the Unicode bidirectional algorithm would tear apart
 * there: it shows the sign of `$6M` on the wrong side (UAX #9, rules W2 and W5). The pieces joined are the text.
 */
export function isolates(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(LEFT_TO_RIGHT)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isolated: false });
    pieces.push({ text: match[0], isolated: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isolated: false });
  return pieces;
}
