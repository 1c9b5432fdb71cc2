import { figuresIn } from "./figures";
import { type Folded, foldWithMap, originalRange } from "./fold";
import { withPlainMinus } from "./same-words";
import { vowelsMatcher } from "./vowels";
import type { WholeWords } from "./whole-words";

/** A stretch of a text in UTF-16 units, start inclusive, end exclusive. */
export type Place = { start: number; end: number };

/** So many units of the wanted words are compared with a text at most, for words that repeat themselves over and over. */
const MOST_COMPARED = 10_000_000;

/** Everywhere exactly these words stand (not empty), overlapping places too, in the order of the text. */
export function exactPlaces(text: string, words: string): Place[] {
  const places: Place[] = [];
  const most = MOST_COMPARED / words.length;
  for (let at = text.indexOf(words); at !== -1 && places.length < most; at = text.indexOf(words, at + 1)) {
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
 * Everywhere words that fold to the same stand as whole words, in the order of the text. Their numbers are the same with
 * sign and separators, which folding alone would not tell: `10:30` is not `10-30`; and where both have tashkeel on a
 * letter, it is the same. The quotation marks or full stop at an end of the wanted words belong to the place where they
 * stand there too, and so does what belongs to a number there. Words that fold to nothing are nowhere.
 */
export function foldedPlaces(searched: FoldedText, words: string): Place[] {
  const { text, plain, haystack, whole } = searched;
  const wantedWords = withPlainMinus(words);
  const { folded: wanted, map } = foldWithMap(wantedWords);
  if (wanted === "") return [];
  // folding took off the ends that are punctuation
  const lead = wantedWords.slice(0, map[0]);
  const trail = wantedWords.slice(map.at(-1));
  const figures = figuresIn(words).join(" ");
  const hasVowels = vowelsMatcher(words);
  const places = exactPlaces(haystack.folded, wanted)
    .filter(({ start }) => hasVowels(searched, start))
    .map(({ start, end }) => originalRange(haystack, start, end))
    .map(({ start, end }) => ({
      start: withSigns(plain.endsWith(lead, start) ? start - lead.length : start, "start"),
      end: withSigns(plain.startsWith(trail, end) ? end + trail.length : end, "end"),
    }));
  return wholePlaces(places, whole).filter(
    ({ start, end }) => figuresIn(text.slice(start, end)).join(" ") === figures,
  );

  /** The edge of a place moved over the sign, currency or percent that goes with the number there. */
  function withSigns(index: number, edge: "start" | "end"): number {
    const isNumber = /^\p{N}/u.test(
      edge === "start" ? text.slice(index, index + 2) : text.slice(index - 1, index),
    );
    const to = isNumber ? whole.around(index)[edge] : index;
    const passed = edge === "start" ? text.slice(to, index) : text.slice(index, to);
    return /[\p{L}\p{N}]/u.test(passed) ? index : to;
  }
}

/** The places that no word or number is cut by, at either end. */
export function wholePlaces(places: Place[], whole: WholeWords): Place[] {
  return places.filter(({ start, end }) => !whole.cuts(start) && !whole.cuts(end));
}
