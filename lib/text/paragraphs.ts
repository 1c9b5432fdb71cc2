import { codePointLength } from "./code-points";
import { normalizeLineEnds } from "./normalize";

/** A paragraph and its range in the text (code points, end exclusive). */
export type Paragraph = { text: string; start: number; end: number };

/**
 * Returns the paragraphs of a text: its lines that are not blank, without their newlines. Offsets are code
 * points of the whole text.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + codePointLength(line);
    if (line.trim() !== "") found.push({ text: line, start, end });
    start = end + 1;
  }
  return found;
}

/** Returns the parts of a text between blank lines. Line ends may be of any kind, as in old records. */
export function blankLineParagraphs(text: string): string[] {
  return normalizeLineEnds(text)
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== "");
}
