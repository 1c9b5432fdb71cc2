import { codePointTable } from "./code-points";

/** The range of a sentence in code points: start inclusive, end exclusive. */
export type Sentence = { start: number; end: number };

/** A segment that ends with one of these continues in the next: "Dr. ", "vs. ", "د. ". */
const ABBREVIATION = /(?:^|[\s("'«“])(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|St|vs|د|أ\.د|أ)\.\s+$/u;
const LINE = /[^\n]+/g;

/**
 * Returns the sentences of a text in order, without surrounding white space; none crosses a newline. Split by
 * UAX #29 for `language`, a BCP 47 tag, but not after a title such as "Dr." or "د.". Leaves out white space
 * only. Throws RangeError for a malformed tag.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const table = codePointTable(text);
  const found: Sentence[] = [];
  for (const line of text.matchAll(LINE)) {
    for (const { index, text: part } of joinAbbreviations(segmenter.segment(line[0]))) {
      const words = part.trim();
      if (words === "") continue;
      const start = line.index + index + part.length - part.trimStart().length;
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
