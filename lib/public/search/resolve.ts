import { query } from "@/lib/platform/db/query";
import { sql, where } from "@/lib/platform/db/sql";
import { orderText } from "@/lib/text/order-text";
import {
  parsePlainSearch,
  parseSearch,
  type SearchField,
  type SearchQuery,
  type Term,
} from "@/lib/text/search/parse";
import { fieldTokens } from "@/lib/text/search/tokens";
import { allQuery } from "@/lib/text/search/tsquery";
import { separateWords } from "@/lib/text/search/word-separation";
import type { SpellingCorrection } from "../projection/document";
import { searchConditions } from "./conditions";
import { isStartOfClaim, lookUpWords, type Token } from "./indexed-words";
import {
  buildMatcher,
  type CorrectionMode,
  hasOnlyOtherForms,
  isPlain,
  type Search,
  type SearchTerm,
  statusesStartingWith,
} from "./terms";

/** Searches with more unknown words than this are not corrected. */
const MAX_CORRECTIONS = 2;

/** Parses a search and looks up its words; see `parseSearch` for the syntax. */
export async function resolveSearch(typed: string): Promise<Search> {
  const parsed = await parseKnownFields(typed);
  const search = await lookUpSearch(typed, parsed);
  const operators = parsed.flat().filter((term) => !isPlain(term));
  // "Status:false alarms" may be plain text.
  const mayBeText =
    operators.length > 0 && operators.every((term) => !term.excluded && isUnquotedField(term));
  if (!mayBeText || !(await matchesNothing(search.groups))) return search;
  const plain = await resolvePlainSearch(typed);
  return (await matchesNothing(plain.groups)) ? search : plain;
}

/** Looks up a search as words and quantities only, without operators. */
export async function resolvePlainSearch(typed: string): Promise<Search> {
  return lookUpSearch(typed, parsePlainSearch(typed));
}

async function lookUpSearch(typed: string, parsed: SearchQuery): Promise<Search> {
  const last = parsed.at(-1)?.findLast(({ alternative }) => !alternative);
  const lookups = parsed
    .flat()
    .filter((term): term is Exclude<Term, { kind: "field" }> => term.kind !== "field");
  const texts = lookups.map((term) => ({
    text: separateWords(term.text),
    isPrefix: term === last && term.kind === "word",
  }));
  const start = orderText(typed);
  const found = await lookUpWords(texts, start);
  const tokens = new Map<Term, Token[]>(lookups.map((term, index) => [term, found.tokens[index] ?? []]));
  const base = {
    typed,
    query: parsed,
    exactClaim: found.isExactClaim ? start : null,
    totalClaims: found.totalClaims,
  };
  const missing = lookups.filter((term) => term.kind === "word" && (tokens.get(term) ?? []).some(isMissing));
  const search = await resolveGroups(base, tokens, missing.length > MAX_CORRECTIONS ? "none" : "unknown");
  // A typo may share its stem with a known word: if nothing matches, it is corrected too.
  const mayHaveTypos = lookups.some(
    (term) => term.kind === "word" && (tokens.get(term) ?? []).some(isPossibleTypo),
  );
  if (
    !mayHaveTypos ||
    missing.length > MAX_CORRECTIONS ||
    search.exactClaim !== null ||
    !(await matchesNothing(search.groups))
  )
    return search;
  return resolveGroups(base, tokens, "other forms");
}

async function resolveGroups(
  base: Pick<Search, "typed" | "query" | "exactClaim" | "totalClaims">,
  tokens: Map<Term, Token[]>,
  mode: CorrectionMode,
): Promise<Search> {
  const corrections: SpellingCorrection[] = [];
  const groups: SearchTerm[][] = [];
  for (const group of base.query) {
    const searchable = group.filter((term) => term.kind === "field" || tokens.get(term)?.length !== 0);
    const matchers = await Promise.all(
      searchable.map((term) => buildMatcher(term, tokens.get(term) ?? [], corrections, mode)),
    );
    const terms = searchable.map((term, index) => ({
      excluded: term.excluded,
      isPlain: isPlain(term),
      matcher: matchers[index] ?? null,
    }));
    if (searchable.length > 0) groups.push(withoutEmpty(terms));
  }
  const [only, ...others] = groups;
  return { ...base, groups, corrections, minMatches: only && others.length === 0 ? minMatchesOf(only) : 0 };
}

/** Returns the folded words of claims that a search matches. */
export function matchedWords({ groups }: Search): Set<string> {
  return new Set(
    groups
      .flat()
      .flatMap(({ excluded, matcher }) => (!excluded && matcher && "words" in matcher ? matcher.words : [])),
  );
}

function isUnquotedField(term: Term): boolean {
  return term.kind === "field" && !term.quoted;
}

function isMissing({ forms, completions }: Token): boolean {
  return forms.length + completions.length === 0;
}

function isPossibleTypo(token: Token): boolean {
  return token.forms.length > 0 && hasOnlyOtherForms(token);
}

/** Returns the terms without those that cannot match, unless none is left. */
function withoutEmpty(terms: SearchTerm[]): SearchTerm[] {
  const rest = terms.filter(({ matcher, excluded }) => matcher !== null || excluded);
  return rest.length > 0 ? rest : terms;
}

/** Returns a lower bound of the matches of a group: the average number of claims of the forms of a word. */
function minMatchesOf(group: SearchTerm[]): number {
  const bounds = group.map(({ excluded, matcher }) =>
    !excluded && matcher?.kind === "words" && matcher.sequence.length === 1
      ? matcher.claims / Math.max(1, matcher.words.length)
      : 0,
  );
  return Math.max(0, ...bounds.filter(Number.isFinite));
}

/** Whether no claim matches all groups. A single group with a matcher is known to match. */
async function matchesNothing(groups: SearchTerm[][]): Promise<boolean> {
  const required = groups.filter((group) => !group.some(({ excluded }) => excluded));
  if (required.some((group) => group.every(({ matcher }) => matcher === null))) return true;
  if (required.length < 2) return false;
  const conditions = searchConditions({ groups: required.map(withAllWords) });
  const [row] = await query<{ found: boolean }>(
    sql`SELECT EXISTS (SELECT FROM public_claim AS c ${where(conditions)}) AS found`,
    "custom",
  );
  return row?.found === false;
}

/**
 * Returns the group with phrases as words that may stand anywhere, which the GIN index finds without a
 * recheck.
 */
function withAllWords(group: SearchTerm[]): SearchTerm[] {
  return group.map(({ matcher, ...term }) => ({
    ...term,
    matcher: matcher?.kind === "words" ? { ...matcher, tsquery: allQuery(matcher.sequence) } : matcher,
  }));
}

/**
 * Parses a search: `name:value` is a field only if some claim has the value, and the text of a claim is plain
 * words.
 */
async function parseKnownFields(typed: string): Promise<SearchQuery> {
  const parsed = parseSearch(typed);
  const operators = parsed.flat().filter((term) => !isPlain(term));
  if (
    operators.length === 0 &&
    parsed.every((group) => group.filter(({ alternative }) => !alternative).length === 1)
  )
    return parsed;
  if (await isStartOfClaim(orderText(typed))) return parsePlainSearch(typed);
  const unquoted = operators.filter((term) => term.kind === "field" && !term.quoted && !term.excluded);
  if (unquoted.length === 0) return parsed;
  const known = new Set<string>();
  for (const { field, words } of unquoted as Array<Term & { kind: "field" }>)
    if (await isValue(field, words)) known.add(keyOf(field, words));
  return parseSearch(typed, (field, words) => known.has(keyOf(field, words)));
}

/** Whether some claim has the words as the value of the field. */
async function isValue(field: SearchField, words: string[]): Promise<boolean> {
  if (words.length === 0) return false;
  if (field === "status") return statusesStartingWith(words.join(" ")).length > 0;
  const tokens = fieldTokens(field, words);
  const [row] = await query<{ found: boolean }>(sql`SELECT search_has_tokens(${tokens}) AS found`);
  return row?.found ?? false;
}

const keyOf = (field: SearchField, words: string[]) => [field, ...words].join(" ");
