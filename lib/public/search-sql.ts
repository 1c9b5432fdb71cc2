import { adjacentQuery, allQuery, anyQuery, inClaimQuery } from "@/lib/search/tsquery";
import type { Parameters, Seen } from "./parameters";
import type { Search } from "./search";
import type { SearchTerm } from "./search-terms";

/** At most so many claims are ranked by where they have the words. */
export const RANKED = 1000;
/**
 * So many claims are looked through, in the order that is asked for, before all with the words are looked up, or before a
 * page is answered as far as it is filled.
 */
export const LOOKED_THROUGH = 5000;

/** So many claims at most are read that may match by all that indexes tell, before claims are looked through instead. */
export const CANDIDATES = 10_000;

/** So many of them should be found there, or it is not worth the look: a page. */
const WORTH_A_LOOK = 50;

/** Where a page of a search is looked for: among the next LOOKED_THROUGH claims of its order, or among all. */
export type Reach = "near" | "all";

/**
 * What to try for a page in an order, until it is full. Words of many claims fill it soon as a rule, and words that many
 * claims have, but none of the next, must not have the whole table looked through. Where nothing is known of how many
 * match, PostgreSQL is left to choose (undefined).
 */
export function reachesOf(search: Search | null): Array<Reach | undefined> {
  if (!search || search.likely === Number.POSITIVE_INFINITY) return [undefined];
  const { likely, claims } = search;
  return likely > RANKED ? likelyReaches({ most: likely, claims }) : ["all"];
}

/**
 * As {@link reachesOf}, of what may have more than RANKED matches: `most` of `claims`, and `whole` are read where all are
 * that match.
 */
export function likelyReaches({
  whole = Number.POSITIVE_INFINITY,
  ...walk
}: Walked & { whole?: number }): Reach[] {
  return lookedThrough(walk) <= Math.min(LOOKED_THROUGH, whole) ? ["near", "all"] : ["all"];
}

type Walked = Pick<Search, "most" | "claims">;

/** How many claims are likely to be looked through for a page, where `most` of `claims` match. */
export function lookedThrough({ most, claims }: Walked): number {
  return (WORTH_A_LOOK * claims) / most;
}

/**
 * A search as SQL conditions on `public_claim AS c`, to be joined by AND. Words that are hidden are looked up by their
 * index, as if few claims had them.
 */
export function searchConditions(
  search: Pick<Search, "groups">,
  parameters: Parameters,
  seen: Seen = "known",
): string[] {
  // Something was asked for, but nothing that can be found: punctuation, say.
  if (search.groups.length === 0) return ["false"];
  const words = search.groups.filter(isWords);
  const rest = search.groups.filter((group) => !isWords(group));
  const all = words.length > 0 ? [hasWords(allQuery(words.map(queryOf)), parameters, seen)] : [];
  return [...all, ...rest.map((group) => anyOf(group.map((term) => conditionOf(term, parameters))))];
}

/** The places of claims in the order of relevance; see {@link placeSql}. */
export const LAST_PLACE = 6;

/**
 * Where a claim that was found has what was asked for, as SQL, the best place first: 0 it is the claim, 1 the words as they
 * were typed one behind the other in the claim or its claimant, 2 the words in any form so, 3 all of them there as they were
 * typed, 4 in any form, 5 the beginnings of longer words there, 6 anywhere. The search must be one that {@link ranks}.
 */
export function placeSql(search: Search, parameters: Parameters): string {
  const words = search.groups.filter(isWords);
  const inClaim = (query: string, place: number) =>
    `WHEN ${hasWords(inClaimQuery(query), parameters)} THEN ${place}`;
  const inGroups = (of: (term: SearchTerm) => string[]) =>
    words.map((group) => anyQuery(group.map((term) => adjacentQuery(of(term)))));
  const [exact, any] = [inGroups(exactOf), inGroups(sequenceOf)];
  return `CASE ${[
    ...(search.equal === null ? [] : [`WHEN ${isEqual(search.equal, parameters)} THEN 0`]),
    ...(any.length > 1 ? [inClaim(adjacentQuery(exact), 1), inClaim(adjacentQuery(any), 2)] : []),
    inClaim(allQuery(exact), 3),
    inClaim(allQuery(any), 4),
    inClaim(allQuery(words.map(queryOf)), 5),
  ].join(" ")} ELSE ${LAST_PLACE} END`;
}

/** Whether the text of `public_claim AS c` begins so, as SQL. */
export function isEqual(equal: string, parameters: Parameters): string {
  const text = `${parameters.add(equal)}::text`;
  return `(c.claim_en = ${text} OR c.claim_ar = ${text})`;
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

function conditionOf({ excluded, wanted }: SearchTerm, parameters: Parameters): string {
  if (wanted === null) return String(excluded);
  const condition =
    wanted.kind === "words"
      ? hasWords(wanted.query, parameters)
      : wanted.kind === "status"
        ? `c.status = ANY (${parameters.add(wanted.statuses)}::text[])`
        : anyOf([
            `c.search_tokens @> ${parameters.add(wanted.tokens)}::text[]`,
            ...(wanted.query ? [hasWords(wanted.query, parameters)] : []),
          ]);
  return excluded ? `NOT (${condition})` : condition;
}

function hasWords(query: string, parameters: Parameters, seen: Seen = "known"): string {
  return `c.search_vector @@ ${parameters.typed(query, "tsquery", seen)}`;
}

function anyOf(conditions: string[]): string {
  return conditions.length === 1 ? conditions.join() : `(${conditions.join(" OR ")})`;
}
