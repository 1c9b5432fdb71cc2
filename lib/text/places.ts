import { foldWithMap, originalRange } from "./fold";

/** A stretch of a text in UTF-16 units, start inclusive, end exclusive. */
export type Place = { start: number; end: number };

const WORD = /[\p{L}\p{N}]/u;

/** Everywhere exactly these words stand (not empty), overlapping places too, in the order of the text. */
export function exactPlaces(text: string, words: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

/**
 * Everywhere words stand that fold to the same, in the order of the text. A single word counts only where it is a
 * whole word: "AI" isn't in "said". The quotation marks or full stop at an end of the wanted words belong to the
 * place where they stand there too. Words that fold to nothing are nowhere.
 */
export function foldedPlaces(text: string, words: string): Place[] {
  const { folded: wanted, map } = foldWithMap(words);
  if (wanted === "") return [];
  // folding took off the ends that are punctuation
  const lead = words.slice(0, map[0]);
  const trail = words.slice(map.at(-1));
  const haystack = foldWithMap(text);
  const stands = ({ start, end }: Place) =>
    wanted.includes(" ") || !(cutsWord(haystack.folded, start) || cutsWord(haystack.folded, end));
  return exactPlaces(haystack.folded, wanted)
    .filter(stands)
    .map(({ start, end }) => originalRange(haystack, start, end))
    .map(({ start, end }) => ({
      start: text.endsWith(lead, start) ? start - lead.length : start,
      end: text.startsWith(trail, end) ? end + trail.length : end,
    }));
}

/** Whether there is a letter or digit on both sides of this UTF-16 index. */
function cutsWord(text: string, index: number): boolean {
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? "";
  return WORD.test(before) && WORD.test(String.fromCodePoint(text.codePointAt(index) ?? 0x20));
}
