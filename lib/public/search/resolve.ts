import { query } from "@/lib/platform/db/query";
import { sql, where } from "@/lib/platform/db/sql";
import { orderText } from "@/lib/text/order-text";
import {
  parseSearch,
  plainSearch,
  type SearchField,
  type SearchQuery,
  type Term,
} from "@/lib/text/search/parse";
import { spaced } from "@/lib/text/search/spaced";
import { fieldTokens } from "@/lib/text/search/tokens";
import { allQuery } from "@/lib/text/search/tsquery";
import { searchConditions } from "./conditions";
import {
  type Corrected,
  type Correction,
  isPlain,
  isUnknown,
  type Search,
  type SearchTerm,
  statusesNamed,
  wantedOf,
} from "./terms";
import { isBeginning, lookUp, type Token } from "./vocabulary";

/** Of more words that no claim has, none is taken for another: it takes a while, and no claim would have them all. */
const MOST_SLIPS = 2;

/** Looks up what was typed; see `parseSearch` for its language. */
export async function resolveSearch(typed: string): Promise<Search> {
  const parsed = await readSearch(typed);
  const search = await lookedUp(typed, parsed);
  const signs = parsed.flat().filter((term) => !isPlain(term));
  // "Status:false alarms" may be the beginning of a claim.
  const isMaybeText = signs.length > 0 && signs.every((term) => !term.excluded && isUnquotedField(term));
  if (!isMaybeText || !(await matchesNothing(search.groups))) return search;
  const plain = await resolvePlainSearch(typed);
  return (await matchesNothing(plain.groups)) ? search : plain;
}

/** Looks up what was typed as nothing but words and quantities. */
export async function resolvePlainSearch(typed: string): Promise<Search> {
  return lookedUp(typed, plainSearch(typed));
}

async function lookedUp(typed: string, parsed: SearchQuery): Promise<Search> {
  const last = parsed.at(-1)?.findLast(({ alternative }) => !alternative);
  const looked = parsed
    .flat()
    .filter((term): term is Exclude<Term, { kind: "field" }> => term.kind !== "field");
  const asked = looked.map((term) => ({
    text: spaced(term.text),
    begun: term === last && term.kind === "word",
  }));
  const equal = orderText(typed);
  const found = await lookUp(asked, equal);
  const tokens = new Map<Term, Token[]>(looked.map((term, place) => [term, found.tokens[place] ?? []]));
  const read = { typed, query: parsed, equal: found.equal ? equal : null, claims: found.claims };
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
  const [only, ...others] = groups;
  return { ...read, groups, corrections, atLeast: only && others.length === 0 ? leastOf(only) : 0 };
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

/** Of a word in several forms the most frequent has as many claims as they have on average, or more. */
function leastOf(group: SearchTerm[]): number {
  const least = group.map(({ excluded, wanted }) =>
    !excluded && wanted?.kind === "words" && wanted.sequence.length === 1
      ? wanted.claims / Math.max(1, wanted.words.length)
      : 0,
  );
  return Math.max(0, ...least.filter(Number.isFinite));
}

/** Whether no claim has one of each group of terms, as far as indexes tell. One group alone is known to match. */
async function matchesNothing(groups: SearchTerm[][]): Promise<boolean> {
  const asked = groups.filter((group) => !group.some(({ excluded }) => excluded));
  if (asked.some((group) => group.every(({ wanted }) => wanted === null))) return true;
  if (asked.length < 2) return false;
  const conditions = searchConditions({ groups: asked.map(wherever) });
  const [row] = await query<{ found: boolean }>(
    sql`SELECT EXISTS (SELECT FROM public_claim AS c ${where(conditions)}) AS found`,
    "custom",
  );
  return row?.found === false;
}

/** A group whose words may stand anywhere in a claim, which their index tells by itself. */
function wherever(group: SearchTerm[]): SearchTerm[] {
  return group.map(({ wanted, ...term }) => ({
    ...term,
    wanted: wanted?.kind === "words" ? { ...wanted, query: allQuery(wanted.sequence) } : wanted,
  }));
}

/**
 * What was typed, parsed: a field is one where some claim has the value, and a text that is a claim's own is nothing but
 * words, whatever signs stand in it.
 */
async function readSearch(typed: string): Promise<SearchQuery> {
  const parsed = parseSearch(typed);
  const signs = parsed.flat().filter((term) => !isPlain(term));
  if (
    signs.length === 0 &&
    parsed.every((group) => group.filter(({ alternative }) => !alternative).length === 1)
  )
    return parsed;
  if (await isBeginning(orderText(typed))) return plainSearch(typed);
  const unquoted = signs.filter((term) => term.kind === "field" && !term.quoted && !term.excluded);
  if (unquoted.length === 0) return parsed;
  const known = new Set<string>();
  for (const { field, words } of unquoted as Array<Term & { kind: "field" }>)
    if (await isValue(field, words)) known.add(keyOf(field, words));
  return parseSearch(typed, (field, words) => known.has(keyOf(field, words)));
}

/** Whether some claim has the words as the field's value. */
async function isValue(field: SearchField, words: string[]): Promise<boolean> {
  if (words.length === 0) return false;
  if (field === "status") return statusesNamed(words.join(" ")).length > 0;
  const tokens = fieldTokens(field, words);
  const [row] = await query<{ found: boolean }>(sql`SELECT search_has_tokens(${tokens}) AS found`);
  return row?.found ?? false;
}

const keyOf = (field: SearchField, words: string[]) => [field, ...words].join(" ");
