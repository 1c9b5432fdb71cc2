import { codePointLength } from "./code-points";
import { mergeRanges } from "./ranges";
import { type Sentence, splitSentences } from "./sentences";

/** A range of a text in code points: start inclusive, end exclusive. */
export type CodePointRange = { start: number; end: number };

/** A part of a text at its range (code points), and whether text is left out before or after it. */
export type Excerpt = CodePointRange & { text: string; leftOutBefore: boolean; leftOutAfter: boolean };

/** The most context on each side of a range, in code points. */
export const EXCERPT_CONTEXT = 300;
/**
 * How far before a cut the word segmentation starts, in code points, so that its start does not affect the
 * result.
 */
const LEAD = 60;

/**
 * Returns the ranges with their context, in text order: up to {@link EXCERPT_CONTEXT} on each side, as many
 * whole sentences as fit, or whole words if none does. Excerpts that overlap or have only white space between
 * are merged. Ranges are clamped to the text; empty ones are left out. `language` is a BCP 47 tag.
 */
export function excerptsOf(text: string, ranges: readonly CodePointRange[], language: string): Excerpt[] {
  const length = codePointLength(text);
  const inside = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end);
  if (inside.length === 0) return [];
  const segmented = { points: [...text], sentences: splitSentences(text, language), language };
  const widened = inside.map(({ start, end }) => ({
    start: startBefore(segmented, start),
    end: endAfter(segmented, end),
  }));
  const merged = joinAcrossSpace(segmented.points, mergeRanges(widened));
  return merged.map(({ start, end }) => ({
    start,
    end,
    text: segmented.points.slice(start, end).join(""),
    leftOutBefore: !isBlank(segmented.points, 0, start),
    leftOutAfter: !isBlank(segmented.points, end, length),
  }));
}

/** Returns the whole text as one excerpt. */
export function wholeTextExcerpt(text: string): Excerpt {
  return { text, start: 0, end: codePointLength(text), leftOutBefore: false, leftOutAfter: false };
}

type SegmentedText = { points: string[]; sentences: Sentence[]; language: string };

function startBefore({ points, sentences, language }: SegmentedText, start: number): number {
  const earliest = start - EXCERPT_CONTEXT;
  if (earliest <= 0) return 0;
  const sentence = sentences.find((one) => one.start >= earliest && one.start <= start);
  if (sentence) return sentence.start;
  const from = Math.max(0, earliest - LEAD);
  const word = wordsIn(points, from, start, language).find(
    (one) => one.start >= earliest && one.start > from,
  );
  return word?.start ?? start;
}

function endAfter({ points, sentences, language }: SegmentedText, end: number): number {
  const latest = end + EXCERPT_CONTEXT;
  if (latest >= points.length) return points.length;
  const sentence = sentences.findLast((one) => one.end >= end && one.end <= latest);
  if (sentence) return sentence.end;
  const to = Math.min(points.length, latest + LEAD);
  const word = wordsIn(points, end, to, language).findLast((one) => one.end <= latest && one.end < to);
  return word?.end ?? end;
}

/** Returns the words between two positions; the first and the last may be cut. */
function wordsIn(points: string[], from: number, to: number, language: string): CodePointRange[] {
  const words: CodePointRange[] = [];
  let start = from;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  for (const { segment, isWordLike } of segmenter.segment(points.slice(from, to).join(""))) {
    const end = start + codePointLength(segment);
    if (isWordLike) words.push({ start, end });
    start = end;
  }
  return words;
}

function joinAcrossSpace(points: string[], ranges: CodePointRange[]): CodePointRange[] {
  const joined: CodePointRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && isBlank(points, last.end, range.start)) last.end = range.end;
    else joined.push({ ...range });
  }
  return joined;
}

function isBlank(points: string[], start: number, end: number): boolean {
  return points.slice(start, end).join("").trim() === "";
}
