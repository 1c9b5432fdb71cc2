import type { TextRange } from "@/lib/text/ranges";

const WORDS = 12;
/** Of those, how many stand before the mark where there are as many. */
const BEFORE = 4;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * The part of a text around a range of it that is about twelve words long and longer only where the range is: whole
 * words, the text's own beginning or end where it reaches that far, and no white space at either end.
 */
export function snippetAround(text: string, range: TextRange): TextRange {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  const marked = words.findIndex(({ index, segment }) => index + segment.length > range.start);
  const first = Math.max(0, marked - BEFORE);
  const next = words[first + WORDS];
  const head = first > 0 ? (words[first]?.index ?? 0) : 0;
  const tail = Math.max(next?.index ?? text.length, range.end);
  const part = text.slice(head, tail);
  const start = Math.min(head + part.length - part.trimStart().length, range.start);
  return { start, end: Math.max(head + part.trimEnd().length, range.end) };
}
