import { type Status, statuses } from "@/lib/record/vocabulary";
import { fold } from "@/lib/text/fold";
import type { SearchQuery, Term } from "@/lib/text/search/parse";
import { fieldTokens } from "@/lib/text/search/tokens";
import { anyQuery, phraseQuery, wordQuery } from "@/lib/text/search/tsquery";
import type { SpellingCorrection } from "../projection/document";
import { findSimilarWords, type IndexedWord, type Token } from "./indexed-words";

/**
 * How a claim matches a term: by words, by search tokens, or by status. `sequence` has a tsquery for each
 * word in turn, in its best forms, `exact` for each as typed. `claims` is an upper bound of how many claims
 * match; Infinity if unknown.
 */
type TermMatcher =
  | { kind: "words"; tsquery: string; sequence: string[]; exact: string[]; claims: number; words: string[] }
  | { kind: "tokens"; tokens: string[]; tsquery: string | null; words: string[] }
  | { kind: "status"; statuses: string[] };
/**
 * A term with its matcher, null if no claim can match. `isPlain`: typed as a word or quantity, without
 * operators.
 */
export type SearchTerm = { excluded: boolean; isPlain: boolean; matcher: TermMatcher | null };

/** A search with its words looked up in the index of words. */
export type Search = {
  typed: string;
  /** The parsed query. */
  query: SearchQuery;
  /**
   * What was typed, folded and cut like the columns of the claim's text, if it equals one of them; otherwise
   * null.
   */
  exactClaim: string | null;
  /** A claim matches if it matches at least one term of every group. */
  groups: SearchTerm[][];
  /** A lower bound of the number of matches. */
  minMatches: number;
  /** The number of public claims. */
  totalClaims: number;
  /** The words that no claim has, with the words searched for instead; folded. */
  corrections: SpellingCorrection[];
};

/**
 * Which words have their spelling corrected: none, those that no claim has in any form, or also those found
 * in other forms only.
 */
export type CorrectionMode = "none" | "unknown" | "other forms";

/** The longest word in the index of words, in UTF-16 units. */
const MAX_INDEXED_LENGTH = 60;
/** The Arabic article and the particles written as prefixes, with or without it. */
const PREFIX = /^(?:[وف]?(?:لل|[بكل]?ال)|[وفبلك])(?=..)/u;

/**
 * Returns the matcher of a term from its looked-up words; null if no claim can match. Adds to `corrections`.
 */
export async function buildMatcher(
  term: Term,
  tokens: Token[],
  corrections: SpellingCorrection[],
  mode: CorrectionMode,
): Promise<TermMatcher | null> {
  if (term.kind === "field") {
    return term.field === "status"
      ? { kind: "status", statuses: statusesStartingWith(term.words.join(" ")) }
      : matchTokens(fieldTokens(term.field, term.words));
  }
  if (term.kind === "quantity") {
    // A number without a unit may be part of a name (F-35).
    const bare = /^[\d.,]+$/.test(term.text) ? matchAdjacent(tokens) : null;
    return matchTokens([term.token], bare);
  }
  const [token, ...more] = tokens;
  if (term.alternative && !tokens.every(isListed)) return null;
  // No single word of a phrase is highlighted.
  if (!token || term.kind === "phrase" || term.excluded) return { ...matchAdjacent(tokens), words: [] };
  if (more.length > 0) return { ...matchAdjacent(tokens), words: [term.text] };
  const has = token.forms.length + token.completions.length > 0;
  if (has && (mode !== "other forms" || !hasOnlyOtherForms(token)))
    return matchAnyForm(token, token.forms, token.completions);
  const similar = mode === "none" ? [] : await findSimilarWords(token.word);
  if (similar[0]) corrections.push({ typed: token.word, meant: similar[0].word });
  return similar[0] || has ? matchAnyForm(token, [...token.forms, ...similar], token.completions) : null;
}

/** Whether the term is a word or a quantity, or an alternative of one. */
export function isPlain({ kind, excluded, alternative }: Term): boolean {
  return !excluded && (alternative || kind === "word" || kind === "quantity");
}

/** Whether claims have only other words of its stem, so that it may be a typo. */
export function hasOnlyOtherForms({ word, forms, completions }: Token): boolean {
  const bare = (text: string) => text.replace(PREFIX, "");
  return completions.length === 0 && !forms.some((form) => bare(form.word) === bare(word));
}

/** Whether claims may have the word itself: it is in the index of words, or too long for it. */
function isListed({ word, forms }: Token): boolean {
  return word.length > MAX_INDEXED_LENGTH || forms.some((form) => form.word === word);
}

/** Matches these tokens, or else these words. */
function matchTokens(tokens: string[], words: (TermMatcher & { kind: "words" }) | null = null): TermMatcher {
  return { kind: "tokens", tokens, tsquery: words?.tsquery ?? null, words: words?.words ?? [] };
}

/** Matches a word in its forms or its completions. Forms rank above completions. */
function matchAnyForm({ word }: Token, forms: IndexedWord[], completions: IndexedWord[]): TermMatcher {
  const all = [...new Map([...forms, ...completions].map((known) => [known.word, known])).values()];
  const words = all.map((known) => known.word);
  const best = forms.length > 0 ? forms : completions;
  return {
    kind: "words",
    tsquery: anyQuery(words.map(wordQuery)),
    sequence: [anyQuery(best.map((known) => wordQuery(known.word)))],
    exact: [wordQuery(word)],
    claims: all.reduce((sum, { claims }) => sum + claims, 0),
    words,
  };
}

/** Matches exactly these words as a phrase. */
function matchAdjacent(tokens: Token[]): TermMatcher & { kind: "words" } {
  const words = tokens.map(({ word }) => word);
  const sequence = words.map(wordQuery);
  const claims = tokens.map(({ word, forms }) => forms.find((form) => form.word === word)?.claims ?? 0);
  return {
    kind: "words",
    tsquery: phraseQuery(sequence),
    sequence,
    exact: sequence,
    claims: Math.min(...claims),
    words,
  };
}

/** The Arabic labels of the statuses, earlier ones included; the English ones are their keys. */
const ARABIC_LABELS: Record<Status, string[]> = {
  unchecked: ["لم يُفحص بعد"],
  in_review: ["قيد التحقق", "قيد المراجعة"],
  verified: ["مؤكَّد"],
  needs_context: ["ينقصه السياق"],
  disputed: ["محل خلاف"],
  false: ["غير صحيح"],
  unproven: ["غير مثبت"],
  retracted: ["مسحوب"],
};

/**
 * Returns the statuses whose label in either language begins with the folded text: `needs`, `false`, `محل`.
 */
export function statusesStartingWith(typed: string): Status[] {
  return statuses.filter((status) =>
    [status, ...ARABIC_LABELS[status]].some((name) => fold(name.replaceAll("_", " ")).startsWith(typed)),
  );
}
