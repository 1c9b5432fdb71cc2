import { type Folded, foldWithMap, originalRange } from "./fold";
import { withPlainMinus } from "./same-words";
import type { WholeWords } from "./whole-words";

/** A stretch of a text in UTF-16 units, start inclusive, end exclusive. */
export type Place = { start: number; end: number };

/** Everywhere exactly these words stand (not empty), overlapping places too, in the order of the text. */
export function exactPlaces(text: string, words: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

/** A text as folded words are looked for in it, made once for all of them. */
export type FoldedText = { text: string; plain: string; haystack: Folded; whole: WholeWords };

/** The text folded, with its whole words. */
export function foldedText(text: string, whole: WholeWords): FoldedText {
  const plain = withPlainMinus(text);
  return { text, plain, haystack: foldWithMap(plain), whole };
}

/**
 * Everywhere words stand that fold to the same, in the order of the text, whatever they begin or end in the middle
 * of. Not all are the same words (`10:30` and `10-30`), which folding does not tell.
 * The quotation marks or full stop at an end of the wanted words belong to the place where they stand there too, and
 * so does what belongs to a number there. Words that fold to nothing are nowhere.
 */
export function foldedPlaces({ text, plain, haystack, whole }: FoldedText, words: string): Place[] {
  const wantedWords = withPlainMinus(words);
  const { folded: wanted, map } = foldWithMap(wantedWords);
  if (wanted === "") return [];
  // folding took off the ends that are punctuation
  const lead = wantedWords.slice(0, map[0]);
  const trail = wantedWords.slice(map.at(-1));
  return exactPlaces(haystack.folded, wanted)
    .map(({ start, end }) => originalRange(haystack, start, end))
    .map(({ start, end }) => ({
      start: withSigns(plain.endsWith(lead, start) ? start - lead.length : start, "start"),
      end: withSigns(plain.startsWith(trail, end) ? end + trail.length : end, "end"),
    }));

  /** The place's edge, where a number stands there, moved over the sign, currency or percent that goes with it. */
  function withSigns(index: number, edge: "start" | "end"): number {
    const to = whole.around(index)[edge];
    const passed = edge === "start" ? text.slice(to, index) : text.slice(index, to);
    const [inside] = edge === "start" ? text.slice(index, index + 1) : text.slice(index - 1, index);
    return /[\p{L}\p{N}]/u.test(passed) || !/[\p{N}\p{M}\p{Cf}]/u.test(inside ?? "") ? index : to;
  }
}

/** The places that no word or number is cut by, at either end. */
export function wholePlaces(places: Place[], whole: WholeWords): Place[] {
  return places.filter(({ start, end }) => !whole.cuts(start) && !whole.cuts(end));
}
