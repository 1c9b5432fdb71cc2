import { type Status, statuses } from "@/lib/record/vocabulary";
import { fold } from "@/lib/text/fold";
import type { SearchQuery, Term } from "@/lib/text/search/parse";
import { fieldTokens } from "@/lib/text/search/tokens";
import { adjacentQuery, anyQuery, wordQuery } from "@/lib/text/search/tsquery";
import { closeWords, type KnownWord, type Token } from "./vocabulary";

/**
 * What a term asks of a claim. `sequence` is the words one behind the other, each as what it may be, best first, and
 * `exact` as they were typed. At most so many `claims` have the words; Infinity where that is not known.
 */
type Wanted =
  | { kind: "words"; query: string; sequence: string[]; exact: string[]; claims: number; words: string[] }
  | { kind: "tokens"; tokens: string[]; query: string | null; words: string[] }
  | { kind: "status"; statuses: string[] };
/** `isPlain` says that it was typed as a word or a quantity, without signs. */
export type SearchTerm = { excluded: boolean; isPlain: boolean; wanted: Wanted | null };

/** What was typed into the search box, looked up among the words of the claims. */
export type Search = {
  typed: string;
  /** What was typed, as it was parsed. */
  query: SearchQuery;
  /** The beginning of a claim's folded text where that is what was typed; null where no claim has it. */
  equal: string | null;
  /** A claim matches if it matches at least one term of every group; `wanted` is null where nothing can match. */
  groups: SearchTerm[][];
  /** So many claims match, or more. */
  atLeast: number;
  /** How many claims there are. */
  claims: number;
  /** The words that no claim has, and which words of claims were taken for them; folded. */
  corrections: Correction[];
};

/** A word that was typed, and the word of claims that it was taken for; folded. */
export type Correction = { typed: string; meant: string };

/**
 * Which words are taken for the nearest ones that claims have: none, those that no claim has in any form, or also those of
 * which claims have other forms only.
 */
export type Corrected = "none" | "unknown" | "other forms";

/** More letters than a word of the list of words has. */
const LISTED = 60;
/** The article, and what is joined to a word before it or without it. */
const BEFORE = /^(?:[وف]?(?:لل|[بكل]?ال)|[وفبلك])(?=..)/u;

/** What a term asks for, by its words as they were looked up; null where no claim can have it. */
export async function wantedOf(
  term: Term,
  tokens: Token[],
  corrections: Correction[],
  corrected: Corrected,
): Promise<Wanted | null> {
  if (term.kind === "field") {
    return term.field === "status"
      ? { kind: "status", statuses: statusesNamed(term.words.join(" ")) }
      : ofTokens(fieldTokens(term.field, term.words));
  }
  if (term.kind === "quantity") {
    // A bare number may stand inside a name (F-35); one with a unit is a quantity or nothing.
    const bare = /^[\d.,]+$/.test(term.text) ? inARow(tokens) : null;
    return ofTokens([term.token], bare);
  }
  const [token, ...more] = tokens;
  if (term.alternative && !tokens.every(isListed)) return null;
  // A phrase is found as a whole, and no single word of it.
  if (!token || term.kind === "phrase" || term.excluded) return { ...inARow(tokens), words: [] };
  if (more.length > 0) return { ...inARow(tokens), words: [term.text] };
  const has = token.forms.length + token.beginnings.length > 0;
  if (has && (corrected !== "other forms" || !isUnknown(token)))
    return oneOf(token, token.forms, token.beginnings);
  const close = corrected === "none" ? [] : await closeWords(token.word);
  if (close[0]) corrections.push({ typed: token.word, meant: close[0].word });
  return close[0] || has ? oneOf(token, [...token.forms, ...close], token.beginnings) : null;
}

/** Whether the term is a word or a quantity, or another reading of one. */
export function isPlain({ kind, excluded, alternative }: Term): boolean {
  return !excluded && (alternative || kind === "word" || kind === "quantity");
}

/** Whether claims have only other words of its stem, so that it may be a slip. */
export function isUnknown({ word, forms, beginnings }: Token): boolean {
  const bare = (text: string) => text.replace(BEFORE, "");
  return beginnings.length === 0 && !forms.some((form) => bare(form.word) === bare(word));
}

/** Whether claims have the word itself, as far as the list of words tells. */
function isListed({ word, forms }: Token): boolean {
  return word.length > LISTED || forms.some((form) => form.word === word);
}

/** These quantities or values of fields, or else these words. */
function ofTokens(tokens: string[], words: (Wanted & { kind: "words" }) | null = null): Wanted {
  return { kind: "tokens", tokens, query: words?.query ?? null, words: words?.words ?? [] };
}

/** A word in its forms, which are better than what it may be the beginning of. */
function oneOf({ word }: Token, forms: KnownWord[], beginnings: KnownWord[]): Wanted {
  const all = [...new Map([...forms, ...beginnings].map((known) => [known.word, known])).values()];
  const words = all.map((known) => known.word);
  const best = forms.length > 0 ? forms : beginnings;
  return {
    kind: "words",
    query: anyQuery(words.map(wordQuery)),
    sequence: [anyQuery(best.map((known) => wordQuery(known.word)))],
    exact: [wordQuery(word)],
    claims: all.reduce((sum, { claims }) => sum + claims, 0),
    words,
  };
}

/** Exactly these words, one behind the other. */
function inARow(tokens: Token[]): Wanted & { kind: "words" } {
  const words = tokens.map(({ word }) => word);
  const sequence = words.map(wordQuery);
  const claims = tokens.map(({ word, forms }) => forms.find((form) => form.word === word)?.claims ?? 0);
  return {
    kind: "words",
    query: adjacentQuery(sequence),
    sequence,
    exact: sequence,
    claims: Math.min(...claims),
    words,
  };
}

/** The statuses by the words that readers of Arabic see for them; in English they are found by their own names. */
const ARABIC: Record<Status, string> = {
  unchecked: "لم يُفحص بعد",
  in_review: "قيد المراجعة",
  verified: "مؤكَّد",
  needs_context: "ينقصه السياق",
  disputed: "محل خلاف",
  false: "غير صحيح",
  unproven: "غير مثبت",
  retracted: "مسحوب",
};

/** All statuses that begin with what was typed, folded, in either language: `needs`, `false`, `محل`. */
export function statusesNamed(typed: string): Status[] {
  return statuses.filter((status) =>
    [status, ARABIC[status]].some((name) => fold(name.replaceAll("_", " ")).startsWith(typed)),
  );
}
