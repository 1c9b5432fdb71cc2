import { anyOf, join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { adjacentQuery, allQuery, anyQuery } from "@/lib/text/search/tsquery";
import type { Search, SearchTerm } from "./terms";

/** Whether conditions are looked up in their indexes, or looked at in each claim on the way through an order. */
export type Reading = "indexed" | "walked";

/** A search as conditions on `public_claim AS c`, to be joined by AND. */
export function searchConditions({ groups }: Pick<Search, "groups">, reading: Reading = "indexed"): Sql[] {
  // Something was asked for, but nothing that can be found: punctuation, say.
  if (groups.length === 0) return [sql`false`];
  const words = groups.filter(isWords);
  const rest = groups.filter((group) => !isWords(group));
  const all = words.length > 0 ? [hasWords(allQuery(words.map(queryOf)), reading)] : [];
  return [...all, ...rest.map((group) => anyOf(group.map((term) => conditionOf(term, reading))))];
}

/**
 * Where a claim that was found has what was asked for, as SQL, the best place first: 0 it is the claim, 1 the words as they
 * were typed one behind the other in the claim or its claimant, 2 the words in any form so, 3 all of them there as they were
 * typed, 4 in any form, 5 the beginnings of longer words there, 6 anywhere. It needs {@link ownWords} in the statement, and
 * a search that {@link ranks}.
 */
export function placeSql(search: Search): Sql {
  const words = search.groups.filter(isWords);
  const inClaim = (query: string, place: number) =>
    sql`WHEN own.words @@ ${query}::tsquery THEN ${raw(String(place))}`;
  const inGroups = (of: (term: SearchTerm) => string[]) =>
    words.map((group) => anyQuery(group.map((term) => adjacentQuery(of(term)))));
  const [exact, any] = [inGroups(exactOf), inGroups(sequenceOf)];
  const queries = [
    any.length > 1 && ([1, adjacentQuery(exact)] as const),
    any.length > 1 && ([2, adjacentQuery(any)] as const),
    [3, allQuery(exact)] as const,
    [4, allQuery(any)] as const,
    [5, allQuery(words.map(queryOf))] as const,
  ].filter((one) => one !== false);
  // Of a word with one form, the same is asked for three times.
  const different = queries.filter(([, query], at) => queries.findIndex((one) => one[1] === query) === at);
  const places = different.map(([place, query]) => inClaim(query, place));
  const equal = search.equal === null ? [] : [sql`WHEN ${isEqual(search.equal)} THEN 0`];
  return sql`CASE ${join([...equal, ...places], " ")} ELSE 6 END`;
}

/** The words of the claim itself and of its claimant as the table `own`, beside `public_claim AS c`: weight A of all its words. */
export const ownWords = sql`LATERAL (SELECT ts_filter(c.search_vector, '{a}') AS words OFFSET 0) AS own`;

/** Whether the text of `public_claim AS c` begins so. */
export function isEqual(equal: string): Sql {
  return sql`(c.claim_en = ${equal}::text OR c.claim_ar = ${equal}::text)`;
}

/** Whether a search only leaves something out. */
export function onlyExcludes({ groups }: Search): boolean {
  return groups.length > 0 && groups.every((group) => group.some(({ excluded }) => excluded));
}

/** Whether the search names words, by whose place claims are ranked. */
export function ranks(search: Search): boolean {
  return search.groups.some(isWords);
}

/** Whether the group asks for words and nothing else. */
function isWords(group: SearchTerm[]): boolean {
  return group.every(({ excluded, wanted }) => !excluded && wanted?.kind === "words");
}

function queryOf(group: SearchTerm[]): string {
  return anyQuery(group.flatMap(({ wanted }) => (wanted?.kind === "words" ? [wanted.query] : [])));
}

function exactOf({ wanted }: SearchTerm): string[] {
  return wanted?.kind === "words" ? wanted.exact : [];
}

function sequenceOf({ wanted }: SearchTerm): string[] {
  return wanted?.kind === "words" ? wanted.sequence : [];
}

function conditionOf({ excluded, wanted }: SearchTerm, reading: Reading): Sql {
  if (wanted === null) return excluded ? sql`true` : sql`false`;
  const condition = conditionFor(wanted, reading);
  return excluded ? sql`NOT ${condition}` : condition;
}

function conditionFor(wanted: NonNullable<SearchTerm["wanted"]>, reading: Reading): Sql {
  if (wanted.kind === "words") return sql`(${hasWords(wanted.query, reading)})`;
  if (wanted.kind === "status") return sql`(c.status = ANY (${wanted.statuses}::text[]))`;
  const hasTokens =
    reading === "indexed"
      ? sql`c.search_tokens @> ${wanted.tokens}::text[]`
      : sql`arraycontains(c.search_tokens, ${wanted.tokens}::text[])`;
  return anyOf(wanted.query ? [hasTokens, hasWords(wanted.query, reading)] : [hasTokens]);
}

/** The function is what the operator stands for, and has no index: PostgreSQL takes rare what many claims have in a row. */
function hasWords(query: string, reading: Reading): Sql {
  return reading === "indexed"
    ? sql`c.search_vector @@ ${query}::tsquery`
    : sql`ts_match_vq(c.search_vector, ${query}::tsquery)`;
}
