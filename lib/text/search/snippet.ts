import type { TextRange } from "@/lib/text/ranges";

/** The words of a snippet. */
const WORDS = 12;
/** The words before the match. */
const WORDS_BEFORE = 4;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Returns the range of a snippet around a match: about twelve whole words, or more if the match is longer,
 * without white space at either end.
 */
export function snippetAround(text: string, range: TextRange): TextRange {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  const marked = words.findIndex(({ index, segment }) => index + segment.length > range.start);
  const first = Math.max(0, marked - WORDS_BEFORE);
  const next = words[first + WORDS];
  const head = first > 0 ? (words[first]?.index ?? 0) : 0;
  const tail = Math.max(next?.index ?? text.length, range.end);
  const part = text.slice(head, tail);
  const start = Math.min(head + part.length - part.trimStart().length, range.start);
  return { start, end: Math.max(head + part.trimEnd().length, range.end) };
}
