import { codePointLength } from "./code-points";
import { withLineFeeds } from "./normalize";

/** A stretch of a text: its words, and where they stand in the whole (code points, end exclusive). */
export type Paragraph = { text: string; start: number; end: number };

/**
 * The paragraphs of a text: each line that has more than white space in it. The newlines between them belong to
 * none. Offsets are code points of the whole text, so that marks and quotes need no conversion.
 */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + codePointLength(line);
    if (line.trim() !== "") found.push({ text: line, start, end });
    start = end + 1;
  }
  return found;
}

/**
 * The paragraphs of a text that the desk wrote: what blank lines part, whatever its lines end with. Records from before
 * texts had one normal form have the line ends of whoever typed them.
 */
export function blankLineParagraphs(text: string): string[] {
  return withLineFeeds(text)
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== "");
}
