import { parseSearch, type Term } from "@/lib/search/parse";
import { spaced } from "@/lib/search/spaced";
import { fieldTokens } from "@/lib/search/tokens";
import { adjacentQuery, anyQuery, wordQuery } from "@/lib/search/tsquery";
import { CANDIDATES, RANKED } from "./search-sql";
import { claimsOfStatuses, likelyWith } from "./search-tokens";
import { closeWords, type KnownWord, lookUp, type Token } from "./search-words";
import { isSeenInClaims, possibleMatches } from "./sifting";
import { statusesNamed } from "./status-names";

/**
 * What a term asks of a claim. `sequence` is the words one behind the other, each as what it may be, best first. So many
 * `claims` have a status, words at most, and are likely to have tokens.
 */
type Wanted =
  | { kind: "words"; query: string; sequence: string[]; claims: number; words: string[] }
  | { kind: "tokens"; tokens: string[]; query: string | null; claims: number; words: string[] }
  | { kind: "status"; statuses: string[]; claims: number };
export type SearchTerm = { excluded: boolean; wanted: Wanted | null };

/** What was typed into the search box, looked up among the words of the claims. */
export type Search = {
  /** Of every group one term must be fulfilled; `wanted` is null where nothing can. */
  groups: SearchTerm[][];
  /** More claims than this have not all the words; Infinity where that is not known. */
  most: number;
  /** So many have them at most, if as many have quantities and values of fields as is likely; Infinity where nobody knows. */
  likely: number;
  /** So many claims have them, or more. */
  least: number;
  /** Whether words are best looked up by their index: fewer claims have them all than PostgreSQL would expect. */
  lookedUp: boolean;
  /** Whether claims are looked through, as more than CANDIDATES may match by all that indexes tell. */
  sifted: boolean;
  /** How many claims there are. */
  claims: number;
  /** The words that no claim has, and which words of claims were taken for them; folded. */
  corrections: Array<{ typed: string; meant: string }>;
};

/** Looks up what was typed; see `parseSearch` for its language. */
export async function searchOf(typed: string): Promise<Search> {
  const groups = parseSearch(typed);
  const terms = groups.flat();
  const looked = terms.filter((term): term is Exclude<Term, { kind: "field" }> => term.kind !== "field");
  const asked = looked.map((term) => ({
    text: spaced(term.text),
    begun: term === terms.at(-1) && term.kind === "word",
  }));
  const found = await lookUp(asked);
  const tokens = new Map<Term, Token[]>(looked.map((term, place) => [term, found.tokens[place] ?? []]));
  const corrections: Search["corrections"] = [];
  const resolved: SearchTerm[][] = [];
  for (const group of groups) {
    const kept = group.filter((term) => term.kind === "field" || tokens.get(term)?.length !== 0);
    const wanted = await Promise.all(kept.map((term) => wantedOf(term, tokens.get(term) ?? [], corrections)));
    if (kept.length > 0)
      resolved.push(kept.map(({ excluded }, place) => ({ excluded, wanted: wanted[place] ?? null })));
  }
  const having = Math.min(Number.POSITIVE_INFINITY, ...resolved.map(mostOf));
  const expected = Math.min(having, ...resolved.map(likelyMost));
  const isSeen = isSeenInClaims(resolved);
  const possible = isSeen
    ? await possibleMatches(resolved, expected, found.claims)
    : Number.POSITIVE_INFINITY;
  const [most, likely] = [Math.min(having, possible), Math.min(expected, possible)];
  const least = resolved.length === 1 && resolved[0] ? leastOf(resolved[0]) : 0;
  const sifted = isSeen && likely > CANDIDATES;
  const lookedUp = most <= RANKED || (isSeen && !sifted);
  return { groups: resolved, most, likely, least, lookedUp, sifted, claims: found.claims, corrections };
}

/** The words of claims, folded, that a search finds. */
export function wordsOf({ groups }: Search): Set<string> {
  return new Set(
    groups
      .flat()
      .flatMap(({ excluded, wanted }) => (!excluded && wanted && "words" in wanted ? wanted.words : [])),
  );
}

async function wantedOf(
  term: Term,
  tokens: Token[],
  corrections: Search["corrections"],
): Promise<Wanted | null> {
  if (term.kind === "field") {
    return term.field === "status"
      ? ofStatuses(statusesNamed(term.words.join(" ")))
      : ofTokens(fieldTokens(term.field, term.words));
  }
  if (term.kind === "quantity") {
    // A bare number may stand inside a name (F-35); one with a unit is a quantity or nothing.
    const bare = /^[\d.,]+$/.test(term.text) ? inARow(tokens) : null;
    return ofTokens([term.token], bare);
  }
  const [token, ...more] = tokens;
  // A phrase is found as a whole, and no single word of it.
  if (!token || term.kind === "phrase" || term.excluded) return { ...inARow(tokens), words: [] };
  if (more.length > 0) return { ...inARow(tokens), words: [term.text] };
  if (token.forms.length + token.beginnings.length > 0) return oneOf(token.forms, token.beginnings);
  const close = await closeWords(token.word);
  if (!close[0]) return null;
  corrections.push({ typed: token.word, meant: close[0].word });
  return oneOf(close, []);
}

async function ofStatuses(statuses: string[]): Promise<Wanted> {
  return { kind: "status", statuses, claims: await claimsOfStatuses(statuses) };
}

/** These quantities or values of fields, or else these words. */
async function ofTokens(
  tokens: string[],
  words: (Wanted & { kind: "words" }) | null = null,
): Promise<Wanted> {
  const claims = (await likelyWith(tokens)) + (words?.claims ?? 0);
  return { kind: "tokens", tokens, query: words?.query ?? null, claims, words: words?.words ?? [] };
}

/** A word in its forms, which are better than what it may be the beginning of. */
function oneOf(forms: KnownWord[], beginnings: KnownWord[]): Wanted {
  const all = [...new Map([...forms, ...beginnings].map((known) => [known.word, known])).values()];
  const words = all.map(({ word }) => word);
  const best = forms.length > 0 ? forms : beginnings;
  return {
    kind: "words",
    query: anyQuery(words.map(wordQuery)),
    sequence: [anyQuery(best.map(({ word }) => wordQuery(word)))],
    claims: all.reduce((sum, { claims }) => sum + claims, 0),
    words,
  };
}

/** Exactly these words, one behind the other. */
function inARow(tokens: Token[]): Wanted & { kind: "words" } {
  const words = tokens.map(({ word }) => word);
  const sequence = words.map(wordQuery);
  const claims = tokens.map(({ word, forms }) => forms.find((form) => form.word === word)?.claims ?? 0);
  return { kind: "words", query: adjacentQuery(sequence), sequence, claims: Math.min(...claims), words };
}

function mostOf(group: SearchTerm[]): number {
  return group.reduce((sum, { excluded, wanted }) => {
    if (wanted === null) return sum;
    return sum + (excluded || wanted.kind !== "words" ? Number.POSITIVE_INFINITY : wanted.claims);
  }, 0);
}

function likelyMost(group: SearchTerm[]): number {
  return group.reduce((sum, { excluded, wanted }) => {
    if (wanted === null) return sum;
    return sum + (excluded ? Number.POSITIVE_INFINITY : wanted.claims);
  }, 0);
}

/** Of a word in several forms the most frequent has as many claims as they have on average, or more. */
function leastOf(group: SearchTerm[]): number {
  return Math.max(
    0,
    ...group.map(({ excluded, wanted }) =>
      !excluded && wanted?.kind === "words" && wanted.sequence.length === 1
        ? wanted.claims / Math.max(1, wanted.words.length)
        : 0,
    ),
  );
}
