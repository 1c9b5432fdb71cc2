import { figuresIn } from "./figures";
import { type Folded, foldWithMap, originalRange } from "./fold";
import type { TextRange } from "./ranges";
import { withPlainMinus } from "./same-words";
import { createVowelMatcher } from "./vowels";
import type { WholeWords } from "./whole-words";

/** The max UTF-16 units to compare with a text, which limits the work for repetitive words. */
const MAX_COMPARED = 10_000_000;

/** Returns all occurrences of the words (not empty), overlapping ones too, in text order. */
export function exactOccurrences(text: string, words: string): TextRange[] {
  const ranges: TextRange[] = [];
  const max = MAX_COMPARED / words.length;
  for (let at = text.indexOf(words); at !== -1 && ranges.length < max; at = text.indexOf(words, at + 1)) {
    ranges.push({ start: at, end: at + words.length });
  }
  return ranges;
}

/** A text prepared for searches by folded words. */
export type FoldedText = { text: string; plain: string; haystack: Folded; whole: WholeWords };

/** Returns the text prepared for {@link foldedOccurrences}. */
export function prepareFoldedText(text: string, whole: WholeWords): FoldedText {
  const plain = withPlainMinus(text);
  return { text, plain, haystack: foldWithMap(plain), whole };
}

/**
 * Returns the occurrences of words that fold to the same, as whole words, in text order. Numbers must be
 * equal with sign and separators (`10:30` is not `10-30`), and tashkeel must agree where both have it.
 * Punctuation at the ends of the words is included where it matches, and so are the signs of a number. None
 * for words that fold to nothing.
 */
export function foldedOccurrences(searched: FoldedText, words: string): TextRange[] {
  const { text, plain, haystack, whole } = searched;
  const plainWords = withPlainMinus(words);
  const { folded: needle, map } = foldWithMap(plainWords);
  if (needle === "") return [];
  // the punctuation at the ends, which folding removes
  const lead = plainWords.slice(0, map[0]);
  const trail = plainWords.slice(map.at(-1));
  const figures = figuresIn(words).join(" ");
  const hasVowels = createVowelMatcher(words);
  const ranges = exactOccurrences(haystack.folded, needle)
    .filter(({ start }) => hasVowels(searched, start))
    .map(({ start, end }) => originalRange(haystack, start, end))
    .map(({ start, end }) => ({
      start: withSigns(plain.endsWith(lead, start) ? start - lead.length : start, "start"),
      end: withSigns(plain.startsWith(trail, end) ? end + trail.length : end, "end"),
    }));
  return wholeWordOccurrences(ranges, whole).filter(
    ({ start, end }) => figuresIn(text.slice(start, end)).join(" ") === figures,
  );

  /** Moves the edge of an occurrence over the sign, currency or percent of a number. */
  function withSigns(index: number, edge: "start" | "end"): number {
    const isNumber = /^\p{N}/u.test(
      edge === "start" ? text.slice(index, index + 2) : text.slice(index - 1, index),
    );
    const to = isNumber ? whole.around(index)[edge] : index;
    const passed = edge === "start" ? text.slice(to, index) : text.slice(index, to);
    return /[\p{L}\p{N}]/u.test(passed) ? index : to;
  }
}

/** Returns the ranges that cut no word or number at either end. */
export function wholeWordOccurrences(ranges: TextRange[], whole: WholeWords): TextRange[] {
  return ranges.filter(({ start, end }) => !whole.cuts(start) && !whole.cuts(end));
}
