import { foldWithMap, originalRange } from "@/lib/text/fold";
import { graphemesOf } from "@/lib/text/graphemes";
import { mergeRanges, type TextRange } from "@/lib/text/ranges";
import type { SearchField, SearchQuery } from "./parse";
import { quantitiesOf } from "./quantities";
import { LETTER_DIGIT_BOUNDARY, separateScriptsWithMap } from "./word-separation";

/** What to highlight for a search, folded. */
export type HighlightTerms = {
  words: ReadonlySet<string>;
  phrases: readonly string[];
  /** Tokens as in quantities.ts. */
  quantities: readonly string[];
  /** Words to highlight in one field only. */
  fields: ReadonlyMap<SearchField, ReadonlySet<string>>;
};

/**
 * Returns what to highlight for a search without its excluded terms. `words` are the folded words that its
 * plain words match, separated where scripts meet ({@link separateScriptsWithMap}).
 */
export function buildHighlightTerms(query: SearchQuery, words: ReadonlySet<string>): HighlightTerms {
  const terms = query.flat().filter(({ excluded }) => !excluded);
  const fields = new Map<SearchField, Set<string>>();
  for (const term of terms) {
    if (term.kind !== "field") continue;
    fields.set(term.field, new Set([...(fields.get(term.field) ?? []), ...term.words]));
  }
  return {
    words,
    phrases: terms.flatMap((term) => (term.kind === "phrase" ? [term.text] : [])),
    quantities: terms.flatMap((term) => (term.kind === "quantity" ? [term.token] : [])),
    fields,
  };
}

/**
 * Returns the search matches in a text: disjoint ranges of the unfolded text in order, widened to whole
 * grapheme clusters (letters with their tashkeel). `field` is the field of the text, for words that match in
 * that field only.
 */
export function highlight(text: string, terms: HighlightTerms, field?: SearchField): TextRange[] {
  const folded = separateScriptsWithMap(foldWithMap(text));
  const found = [
    ...findWords(folded.folded, terms.words, field && terms.fields.get(field)),
    ...terms.phrases.flatMap((phrase) => findPhrase(folded.folded, phrase)),
    ...findQuantities(folded.folded, terms.quantities),
  ];
  if (found.length === 0) return [];
  const graphemes = graphemesOf(text);
  return mergeRanges(
    found.map(({ start, end }) => {
      const range = originalRange(folded, start, end);
      return { start: graphemes.startAt(range.start), end: graphemes.endAt(range.end) };
    }),
  );
}

function findWords(folded: string, words: ReadonlySet<string>, ofField?: ReadonlySet<string>): TextRange[] {
  if (words.size === 0 && !ofField) return [];
  const isMatch = (word: string) => words.has(word) || ofField?.has(word);
  return [...folded.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) =>
    isMatch(word) ? [{ start: index, end: index + word.length }] : findParts(word, index, isMatch),
  );
}

/** Finds matching parts of a word of letters and digits: the letters of GPT4. */
function findParts(word: string, index: number, isMatch: (part: string) => boolean | undefined): TextRange[] {
  const ends = [...word.matchAll(LETTER_DIGIT_BOUNDARY)].map((border) => border.index);
  if (ends.length === 0) return [];
  return [0, ...ends].flatMap((start, i) => {
    const end = ends[i] ?? word.length;
    return isMatch(word.slice(start, end)) ? [{ start: index + start, end: index + end }] : [];
  });
}

/** Finds the words of a phrase, whole and adjacent. A folded text has one space between words. */
function findPhrase(folded: string, phrase: string): TextRange[] {
  const [spaced, wanted] = [` ${folded} `, ` ${phrase} `];
  const found: TextRange[] = [];
  for (let at = spaced.indexOf(wanted); at >= 0; at = spaced.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + phrase.length });
  }
  return found;
}

function findQuantities(folded: string, tokens: readonly string[]): TextRange[] {
  if (tokens.length === 0) return [];
  return quantitiesOf(folded).filter((quantity) => tokens.some((token) => quantity.tokens.includes(token)));
}
