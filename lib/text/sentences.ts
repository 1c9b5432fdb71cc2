import { codePointTable } from "./code-points";

/** Code points, start inclusive, end exclusive. */
export type Sentence = { start: number; end: number };

/** A stretch that ends with one of these is only the beginning of a sentence: "Dr. ", "vs. ", "د. ". */
const ABBREVIATION = /(?:^|[\s("'«“])(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|St|vs|د|أ\.د|أ)\.\s+$/u;
const LINE = /[^\n]+/g;

/**
 * The sentences of a text in reading order, without the white space around them; none crosses a newline. Cut by
 * the rules of UAX #29 for `language` (a BCP 47 tag; a malformed one throws a RangeError), and not after a title
 * such as "Dr." or "د.". Stretches without a letter or digit still count: nothing but white space is left out.
 */
export function sentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const table = codePointTable(text);
  const found: Sentence[] = [];
  for (const line of text.matchAll(LINE)) {
    for (const { index, text: stretch } of joinAbbreviations(segmenter.segment(line[0]))) {
      const words = stretch.trim();
      if (words === "") continue;
      const start = line.index + index + stretch.length - stretch.trimStart().length;
      found.push({ start: table.toCodePoint(start), end: table.toCodePoint(start + words.length) });
    }
  }
  return found;
}

function joinAbbreviations(segments: Intl.Segments): { index: number; text: string }[] {
  const joined: { index: number; text: string }[] = [];
  for (const { segment, index } of segments) {
    const last = joined.at(-1);
    if (last && ABBREVIATION.test(last.text)) last.text += segment;
    else joined.push({ index, text: segment });
  }
  return joined;
}
