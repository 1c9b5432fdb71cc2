import { anyOf, join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { allQuery, anyQuery, phraseQuery } from "@/lib/text/search/tsquery";
import type { Search, SearchTerm } from "./terms";

/**
 * Whether conditions may use their indexes (`index`), or filter the rows of an ordered index scan (`scan`).
 */
export type ConditionMode = "index" | "scan";

/** Returns a search as conditions on `public_claim AS c`, to be joined by AND. */
export function searchConditions({ groups }: Pick<Search, "groups">, mode: ConditionMode = "index"): Sql[] {
  // A search for punctuation alone matches nothing.
  if (groups.length === 0) return [sql`false`];
  const words = groups.filter(isWords);
  const rest = groups.filter((group) => !isWords(group));
  const all = words.length > 0 ? [hasWords(allQuery(words.map(queryOf)), mode)] : [];
  return [...all, ...rest.map((group) => anyOf(group.map((term) => conditionOf(term, mode))))];
}

/**
 * Returns the rank class of a match as SQL, 0 is best. 0: the claim's text itself; in the claim or its
 * claimant, 1: the words as typed, as a phrase, 2: in any form, as a phrase, 3: as typed, 4: in any form, 5:
 * as prefixes; 6: anywhere. The statement needs the table {@link claimLexemes}, the search rankable words, see
 * {@link hasRankableWords}.
 */
export function rankClassSql(search: Search): Sql {
  const words = search.groups.filter(isWords);
  const inClaim = (query: string, rank: number) =>
    sql`WHEN claim_lexemes.vector @@ ${query}::tsquery THEN ${raw(String(rank))}`;
  const inGroups = (of: (term: SearchTerm) => string[]) =>
    words.map((group) => anyQuery(group.map((term) => phraseQuery(of(term)))));
  const [exact, any] = [inGroups(exactOf), inGroups(sequenceOf)];
  const queries = [
    any.length > 1 && ([1, phraseQuery(exact)] as const),
    any.length > 1 && ([2, phraseQuery(any)] as const),
    [3, allQuery(exact)] as const,
    [4, allQuery(any)] as const,
    [5, allQuery(words.map(queryOf))] as const,
  ].filter((one) => one !== false);
  // A word with one form has the same query three times.
  const distinct = queries.filter(([, query], at) => queries.findIndex((one) => one[1] === query) === at);
  const ranks = distinct.map(([rank, query]) => inClaim(query, rank));
  const equal = search.exactClaim === null ? [] : [sql`WHEN ${claimTextEquals(search.exactClaim)} THEN 0`];
  return sql`CASE ${join([...equal, ...ranks], " ")} ELSE 6 END`;
}

/** The table `claim_lexemes` beside `public_claim AS c`: the lexemes of the claim and its claimant, which have weight A. */
export const claimLexemes = sql`LATERAL (
  SELECT ts_filter(c.search_vector, '{a}') AS vector OFFSET 0
) AS claim_lexemes`;

/** Returns the condition that the text of `public_claim AS c`, folded and cut, is `exactClaim`. */
export function claimTextEquals(exactClaim: string): Sql {
  return sql`(c.claim_en = ${exactClaim}::text OR c.claim_ar = ${exactClaim}::text)`;
}

/** Whether a search has excluded terms only. */
export function hasOnlyExclusions({ groups }: Search): boolean {
  return groups.length > 0 && groups.every((group) => group.some(({ excluded }) => excluded));
}

/** Whether the search has words by which claims can be ranked. */
export function hasRankableWords(search: Search): boolean {
  return search.groups.some(isWords);
}

/** Whether all terms of the group are words. */
function isWords(group: SearchTerm[]): boolean {
  return group.every(({ excluded, matcher }) => !excluded && matcher?.kind === "words");
}

function queryOf(group: SearchTerm[]): string {
  return anyQuery(group.flatMap(({ matcher }) => (matcher?.kind === "words" ? [matcher.tsquery] : [])));
}

function exactOf({ matcher }: SearchTerm): string[] {
  return matcher?.kind === "words" ? matcher.exact : [];
}

function sequenceOf({ matcher }: SearchTerm): string[] {
  return matcher?.kind === "words" ? matcher.sequence : [];
}

function conditionOf({ excluded, matcher }: SearchTerm, mode: ConditionMode): Sql {
  if (matcher === null) return excluded ? sql`true` : sql`false`;
  const condition = conditionFor(matcher, mode);
  return excluded ? sql`NOT ${condition}` : condition;
}

function conditionFor(matcher: NonNullable<SearchTerm["matcher"]>, mode: ConditionMode): Sql {
  if (matcher.kind === "words") return sql`(${hasWords(matcher.tsquery, mode)})`;
  if (matcher.kind === "status") return sql`(c.status = ANY (${matcher.statuses}::text[]))`;
  const hasTokens =
    mode === "index"
      ? sql`c.search_tokens @> ${matcher.tokens}::text[]`
      : sql`arraycontains(c.search_tokens, ${matcher.tokens}::text[])`;
  return anyOf(matcher.tsquery ? [hasTokens, hasWords(matcher.tsquery, mode)] : [hasTokens]);
}

/**
 * Calls the function behind the operator in an ordered scan, so that PostgreSQL does not choose the GIN
 * index.
 */
function hasWords(query: string, mode: ConditionMode): Sql {
  return mode === "index"
    ? sql`c.search_vector @@ ${query}::tsquery`
    : sql`ts_match_vq(c.search_vector, ${query}::tsquery)`;
}
