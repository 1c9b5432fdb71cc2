import { codePointLength } from "./code-points";
import { mergeRanges } from "./ranges";
import { type Sentence, sentences } from "./sentences";

/** A stretch of a text in code points: start inclusive, end exclusive. */
export type Range = { start: number; end: number };

/** A part of a text with where it stands in it (code points), and whether something of the text is left out around it. */
export type Excerpt = Range & { text: string; leftOutBefore: boolean; leftOutAfter: boolean };

/** How much of the text an excerpt shows to each side of a range, in code points. */
export const SURROUNDINGS = 300;
/** How far before a cut the words are told apart, so that it is no matter where the look for them begins. */
const LEAD = 60;

/**
 * The ranges with their surroundings, in the order of the text: at most {@link SURROUNDINGS} to each side, as many whole
 * sentences as have room there, or whole words where none has. What overlaps, or has only white space between, is one
 * excerpt. Ranges are cut to the text; those with nothing in it are left out. `language` is a BCP 47 tag.
 */
export function excerptsOf(text: string, ranges: readonly Range[], language: string): Excerpt[] {
  const length = codePointLength(text);
  const inside = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end);
  if (inside.length === 0) return [];
  const around = { points: [...text], found: sentences(text, language), language };
  const widened = inside.map(({ start, end }) => ({
    start: startBefore(around, start),
    end: endAfter(around, end),
  }));
  const merged = joinAcrossSpace(around.points, mergeRanges(widened));
  return merged.map(({ start, end }) => ({
    start,
    end,
    text: around.points.slice(start, end).join(""),
    leftOutBefore: !isBlank(around.points, 0, start),
    leftOutAfter: !isBlank(around.points, end, length),
  }));
}

/** The whole text as one excerpt, from which nothing is left out. */
export function wholeText(text: string): Excerpt {
  return { text, start: 0, end: codePointLength(text), leftOutBefore: false, leftOutAfter: false };
}

type Around = { points: string[]; found: Sentence[]; language: string };

function startBefore({ points, found, language }: Around, start: number): number {
  const earliest = start - SURROUNDINGS;
  if (earliest <= 0) return 0;
  const sentence = found.find((one) => one.start >= earliest && one.start <= start);
  if (sentence) return sentence.start;
  const from = Math.max(0, earliest - LEAD);
  const word = wordsIn(points, from, start, language).find(
    (one) => one.start >= earliest && one.start > from,
  );
  return word?.start ?? start;
}

function endAfter({ points, found, language }: Around, end: number): number {
  const latest = end + SURROUNDINGS;
  if (latest >= points.length) return points.length;
  const sentence = found.findLast((one) => one.end >= end && one.end <= latest);
  if (sentence) return sentence.end;
  const to = Math.min(points.length, latest + LEAD);
  const word = wordsIn(points, end, to, language).findLast((one) => one.end <= latest && one.end < to);
  return word?.end ?? end;
}

/** The words between two places, in their order; the first and the last may be cut off there. */
function wordsIn(points: string[], from: number, to: number, language: string): Range[] {
  const words: Range[] = [];
  let start = from;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  for (const { segment, isWordLike } of segmenter.segment(points.slice(from, to).join(""))) {
    const end = start + codePointLength(segment);
    if (isWordLike) words.push({ start, end });
    start = end;
  }
  return words;
}

function joinAcrossSpace(points: string[], ranges: Range[]): Range[] {
  const joined: Range[] = [];
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
