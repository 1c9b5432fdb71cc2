import { foldWithMap, originalRange } from "@/lib/text/fold";
import { graphemesOf } from "@/lib/text/graphemes";
import { mergeRanges, type TextRange } from "@/lib/text/ranges";
import type { SearchField, SearchQuery } from "./parse";
import { quantitiesOf } from "./quantities";
import { INNER_BORDER, splitScriptsWithMap } from "./spaced";

/** What was searched for, as it is looked for in any number of texts. All of it is folded. */
export type Sought = {
  words: ReadonlySet<string>;
  phrases: readonly string[];
  /** Tokens of lib/text/search/quantities. */
  quantities: readonly string[];
  /** Words that are asked of one field only. */
  fields: ReadonlyMap<SearchField, ReadonlySet<string>>;
};

/**
 * What a search has to mark: `words` are the folded words of the texts that its plain words find, split where scripts
 * meet ({@link splitScriptsWithMap}). What is excluded marks nothing.
 */
export function soughtOf(query: SearchQuery, words: ReadonlySet<string>): Sought {
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
 * Where in a reader's text something stands that was searched for: ranges of the text as it is, in its order, none of
 * which touches another. A mark takes in whole characters with all that belongs to them, such as tashkeel. `field` says
 * what the text is, for words that are asked of that field only.
 */
export function highlight(text: string, sought: Sought, field?: SearchField): TextRange[] {
  const folded = splitScriptsWithMap(foldWithMap(text));
  const found = [
    ...wordsIn(folded.folded, sought.words, field && sought.fields.get(field)),
    ...sought.phrases.flatMap((phrase) => phraseIn(folded.folded, phrase)),
    ...quantitiesIn(folded.folded, sought.quantities),
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

function wordsIn(folded: string, words: ReadonlySet<string>, ofField?: ReadonlySet<string>): TextRange[] {
  if (words.size === 0 && !ofField) return [];
  const isSought = (word: string) => words.has(word) || ofField?.has(word);
  return [...folded.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) =>
    isSought(word) ? [{ start: index, end: index + word.length }] : partsIn(word, index, isSought),
  );
}

/** The parts of a word of letters and digits that were sought: the letters of GPT4. */
function partsIn(word: string, index: number, isSought: (part: string) => boolean | undefined): TextRange[] {
  const ends = [...word.matchAll(INNER_BORDER)].map((border) => border.index);
  if (ends.length === 0) return [];
  return [0, ...ends].flatMap((start, i) => {
    const end = ends[i] ?? word.length;
    return isSought(word.slice(start, end)) ? [{ start: index + start, end: index + end }] : [];
  });
}

/** The words of a phrase, whole and together. A folded text has one space between words. */
function phraseIn(folded: string, phrase: string): TextRange[] {
  const [spaced, wanted] = [` ${folded} `, ` ${phrase} `];
  const found: TextRange[] = [];
  for (let at = spaced.indexOf(wanted); at >= 0; at = spaced.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + phrase.length });
  }
  return found;
}

function quantitiesIn(folded: string, tokens: readonly string[]): TextRange[] {
  if (tokens.length === 0) return [];
  return quantitiesOf(folded).filter((quantity) => tokens.some((token) => quantity.tokens.includes(token)));
}
