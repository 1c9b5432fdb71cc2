/** A piece of a text; `isolated` pieces are to be laid out from left to right whatever stands around them. */
export type TextPiece = { text: string; isolated: boolean };

// Marks of Latin letters only: Arabic vowel signs are marks too.
const LETTERS = String.raw`\p{Script=Latin}\u0300-\u036F`;
const LETTER = `[${LETTERS}]`;
const MONEY = String.raw`[$€£¥]\s?\d[\d.,]*(?:\s?${LETTER}+)?`;
// Begins with a letter and ends with a letter, digit, + or #: GPT-4, C++, Müller, AT&T.
const WORD = String.raw`\p{Script=Latin}[${LETTERS}\d_.+#&/'’-]*[${LETTERS}\d_+#]`;
// A small number that belongs to the name before it, as in LLaMA 3; a quantity (2,000, 5%) does not.
const VERSION = String.raw`\d{1,2}(?:\.\d+)?(?![\d,.%]|${LETTER})`;
// A number with letters of its own: 67B, 1.5bn. Looked for where a number begins only, or long ones take for ever.
const MEASURE = String.raw`(?<![\d.,])\d[\d.,]*${LETTER}+`;
// What may stand between words of one name or title, as in "DeepSeek, China and Russia".
const BETWEEN = "(?:[,;:]? | [–—-] |–|—)";

// A web address or a mail address, without the punctuation of the sentence at its end.
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s«»"<>]*[^\s«»"<>.,;:!?؟،؛)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;

/** An address, a sum of money, or Latin words with what belongs to them. */
const LEFT_TO_RIGHT = new RegExp(
  `${ADDRESS}|${MONEY}|${WORD}(?:${BETWEEN}(?:${WORD}|\\p{Script=Latin}(?!${LETTER})|${MEASURE}|${VERSION}))*|${MEASURE}`,
  "gu",
);

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
