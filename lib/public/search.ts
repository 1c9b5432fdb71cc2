import { plainSearch, type SearchQuery, type Term } from "@/lib/search/parse";
import { spaced } from "@/lib/search/spaced";
import { orderText } from "./order-text";
import { readSearch } from "./search-reading";
import { CANDIDATES, RANKED } from "./search-sql";
import {
  type Corrected,
  type Correction,
  isPlain,
  isUnknown,
  type SearchTerm,
  wantedOf,
} from "./search-terms";
import { lookUp, type Token } from "./search-words";
import { isSeenInClaims, matchesNothing, possibleMatches } from "./sifting";

/** What was typed into the search box, looked up among the words of the claims. */
export type Search = {
  typed: string;
  /** What was typed, as it was parsed. */
  query: SearchQuery;
  /** The beginning of a claim's folded text where that is what was typed; null where no claim has it. */
  equal: string | null;
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
  corrections: Correction[];
};

/** Of more words that no claim has, none is taken for another: it takes a while, and no claim would have them all. */
const MOST_SLIPS = 2;

/** Looks up what was typed; see `parseSearch` for its language. */
export async function searchOf(typed: string): Promise<Search> {
  const query = await readSearch(typed);
  const search = await lookedUp(typed, query);
  const signs = query.flat().filter((term) => !isPlain(term));
  // "Status:false alarms" may be the beginning of a claim.
  const isMaybeText = signs.length > 0 && signs.every((term) => !term.excluded && isUnquotedField(term));
  if (!isMaybeText || !(await matchesNothing(search.groups))) return search;
  const plain = await plainSearchOf(typed);
  return (await matchesNothing(plain.groups)) ? search : plain;
}

/** Looks up what was typed as nothing but words and quantities. */
export async function plainSearchOf(typed: string): Promise<Search> {
  return lookedUp(typed, plainSearch(typed));
}

async function lookedUp(typed: string, query: SearchQuery): Promise<Search> {
  const last = query.at(-1)?.findLast(({ alternative }) => !alternative);
  const looked = query
    .flat()
    .filter((term): term is Exclude<Term, { kind: "field" }> => term.kind !== "field");
  const asked = looked.map((term) => ({
    text: spaced(term.text),
    begun: term === last && term.kind === "word",
  }));
  const equal = orderText(typed);
  const found = await lookUp(asked, equal);
  const tokens = new Map<Term, Token[]>(looked.map((term, place) => [term, found.tokens[place] ?? []]));
  const read = { typed, query, equal: found.equal ? equal : null, claims: found.claims };
  const missing = looked.filter((term) => term.kind === "word" && (tokens.get(term) ?? []).some(isMissing));
  const search = await resolved(read, tokens, missing.length > MOST_SLIPS ? "none" : "unknown");
  // A slip may look like another form of a word: where nothing matches, it is taken for the nearest word.
  const maybeSlips = looked.some((term) => term.kind === "word" && (tokens.get(term) ?? []).some(isSlip));
  if (
    !maybeSlips ||
    missing.length > MOST_SLIPS ||
    search.equal !== null ||
    !(await matchesNothing(search.groups))
  )
    return search;
  return resolved(read, tokens, "other forms");
}

async function resolved(
  read: Pick<Search, "typed" | "query" | "equal" | "claims">,
  tokens: Map<Term, Token[]>,
  corrected: Corrected,
): Promise<Search> {
  const corrections: Correction[] = [];
  const groups: SearchTerm[][] = [];
  for (const group of read.query) {
    const kept = group.filter((term) => term.kind === "field" || tokens.get(term)?.length !== 0);
    const wanted = await Promise.all(
      kept.map((term) => wantedOf(term, tokens.get(term) ?? [], corrections, corrected)),
    );
    const terms = kept.map((term, place) => ({
      excluded: term.excluded,
      isPlain: isPlain(term),
      wanted: wanted[place] ?? null,
    }));
    if (kept.length > 0) groups.push(withoutEmpty(terms));
  }
  return { ...read, groups, corrections, ...(await expectationsOf(groups, read.claims)) };
}

/** How many claims are to be expected, and what follows for how they are found. */
async function expectationsOf(groups: SearchTerm[][], claims: number) {
  const having = Math.min(Number.POSITIVE_INFINITY, ...groups.map(mostOf));
  const expected = Math.min(having, ...groups.map(likelyMost));
  const isSeen = isSeenInClaims(groups);
  const possible = isSeen ? await possibleMatches(groups, expected, claims) : Number.POSITIVE_INFINITY;
  const [most, likely] = [Math.min(having, possible), Math.min(expected, possible)];
  const least = groups.length === 1 && groups[0] ? leastOf(groups[0]) : 0;
  const sifted = isSeen && likely > CANDIDATES;
  const lookedUp = most <= RANKED || (isSeen && !sifted);
  return { most, likely, least, lookedUp, sifted };
}

/** The words of claims, folded, that a search finds. */
export function wordsOf({ groups }: Search): Set<string> {
  return new Set(
    groups
      .flat()
      .flatMap(({ excluded, wanted }) => (!excluded && wanted && "words" in wanted ? wanted.words : [])),
  );
}

function isUnquotedField(term: Term): boolean {
  return term.kind === "field" && !term.quoted;
}

function isMissing({ forms, beginnings }: Token): boolean {
  return forms.length + beginnings.length === 0;
}

function isSlip(token: Token): boolean {
  return token.forms.length > 0 && isUnknown(token);
}

/** The terms without those that no claim can fulfil, if there are others. */
function withoutEmpty(terms: SearchTerm[]): SearchTerm[] {
  const rest = terms.filter(({ wanted, excluded }) => wanted !== null || excluded);
  return rest.length > 0 ? rest : terms;
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
