import { query } from "@/lib/platform/db/query";
import { anyOf, join, limitTo, type Sql, sql, where } from "@/lib/platform/db/sql";
import { parsePlainSearch } from "@/lib/text/search/parse";
import { anyQuery, inClaimQuery } from "@/lib/text/search/tsquery";
import { columnsOfFormat, indexConditionsOf, type ResolvedFilter, type RowFormat } from "../claims/where";
import { searchConditions } from "./conditions";
import { resolvePlainSearch } from "./resolve";
import { isPlain, type Search, type SearchTerm } from "./terms";

/** The most similar claims returned. */
const MAX_RESULTS = 10;
/** The most claims that are compared. */
const MAX_COMPARED = 1000;
/** The most words that claims are compared by, the rarest first. */
const MAX_WORDS = 24;
/**
 * A similar claim shares this part of the weight of all words, or the weight of this many of the rarest
 * words.
 */
const MIN_SHARE = 0.5;
const RARE_WORDS = 1.5;
/** A search of this many words is a message; one of the second number may have `name:value` by chance. */
const MESSAGE_WORDS = 5;
const LONG_MESSAGE_WORDS = 10;
/** The weight of a word outside the claim's text and claimant, relative to one in them. */
const OTHER_TEXT_WEIGHT = 0.6;

type Weighted = { group: SearchTerm[]; claims: number; weight: number };

/**
 * Returns the claims that share most of the rare words of a search without matches, best first; none for one
 * word. Operators (phrases, fields, exclusions) and filters still apply; in a long message without similar
 * claims, fields are read as words. Reads at most MAX_COMPARED claims.
 */
export async function findSimilarClaims<Row>(
  filter: ResolvedFilter & { search: Search },
  shape: RowFormat,
): Promise<Row[]> {
  const rows = await listSharing<Row>(filter, await searchToCompare(filter.search), shape);
  if (rows.length > 0 || !isMessageWithFields(filter.search)) return rows;
  return listSharing(filter, await resolvePlainSearch(filter.search.typed), shape);
}

async function listSharing<Row>(filter: ResolvedFilter, search: Search, shape: RowFormat): Promise<Row[]> {
  const isCompared = (group: SearchTerm[]) => group.every((term) => term.isPlain);
  const required = search.groups.filter((group) => !isCompared(group));
  const weighted = search.groups.filter(isCompared).map((group) => weigh(group, search.totalClaims));
  if (weighted.length < 2) return [];
  const known = weighted
    .filter(({ claims }) => claims > 0)
    .sort((a, b) => a.claims - b.claims)
    .slice(0, MAX_WORDS);
  const rare = rarestWords(known);
  if (rare.length === 0) return [];
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.min(MIN_SHARE * all, RARE_WORDS * Math.log(1 + search.totalClaims));
  const statement = similarStatement(filter, { known, rare, required, least }, shape);
  return query<Row & Record<string, unknown>>(statement, "custom");
}

function similarStatement(
  filter: ResolvedFilter,
  {
    known,
    rare,
    required,
    least,
  }: Record<"known" | "rare", Weighted[]> & { required: SearchTerm[][]; least: number },
  shape: RowFormat,
): Sql {
  const conditions = [
    ...indexConditionsOf({ ...filter, search: null }),
    ...(required.length > 0 ? searchConditions({ groups: required }) : []),
    anyOf(rare.map(({ group }) => groupCondition(group))),
  ];
  const score = join(
    known.map(({ group, weight }) => scoreOf(group, weight)),
    " + ",
  );
  return sql`WITH compared AS MATERIALIZED (
      SELECT c.claim_id AS id, c.updated_at AS at, c.search_vector, c.search_tokens
      FROM public_claim AS c ${where(conditions)} ${limitTo(MAX_COMPARED)}
    ), scored AS MATERIALIZED (SELECT c.id, c.at, ${score} AS score FROM compared AS c)
    SELECT ${columnsOfFormat(shape)} FROM scored JOIN public_claim AS c ON c.claim_id = scored.id
    WHERE scored.score >= ${least}::float8
    ORDER BY scored.score DESC, scored.at DESC, scored.id DESC ${limitTo(MAX_RESULTS)}`;
}

/** Returns the search that claims are compared with: in a message, quotations count as plain words. */
async function searchToCompare(search: Search): Promise<Search> {
  const others = search.query.flat().filter((term) => !isPlain(term));
  if (others.length === 0 || others.some(({ kind, excluded }) => excluded || kind !== "phrase"))
    return search;
  return parsePlainSearch(search.typed).length < MESSAGE_WORDS ? search : resolvePlainSearch(search.typed);
}

/** Whether a long message may have a field by chance: `Year:2021 saw …`. */
function isMessageWithFields({ query, typed }: Search): boolean {
  const others = query.flat().filter((term) => !isPlain(term));
  const isField = others.every((term) => term.kind === "field" && !term.quoted && !term.excluded);
  return others.length > 0 && isField && parsePlainSearch(typed).length >= LONG_MESSAGE_WORDS;
}

/** Returns the rarest words with at most MAX_COMPARED claims together; at least the rarest one. */
function rarestWords(known: Weighted[]): Weighted[] {
  const rare: Weighted[] = [];
  let sum = 0;
  for (const word of known) {
    sum += word.claims;
    if (sum > MAX_COMPARED) break;
    rare.push(word);
  }
  return rare.length > 0 ? rare : known.slice(0, 1);
}

function weigh(group: SearchTerm[], all: number): Weighted {
  const claims = group.reduce((sum, { matcher }) => sum + (matcher ? claimsOf(matcher, all) : 0), 0);
  return { group, claims, weight: Math.log(1 + all / Math.max(claims, 0.5)) };
}

function claimsOf(matcher: NonNullable<SearchTerm["matcher"]>, all: number): number {
  return matcher.kind === "words" && Number.isFinite(matcher.claims) ? matcher.claims : all / 20;
}

function scoreOf(group: SearchTerm[], weight: number): Sql {
  const queries = group.flatMap(({ matcher }) => (matcher?.kind === "words" ? [matcher.tsquery] : []));
  const inClaim =
    queries.length > 0 ? sql`c.search_vector @@ ${inClaimQuery(anyQuery(queries))}::tsquery` : sql`false`;
  return sql`CASE WHEN ${inClaim} THEN ${weight}::float8 WHEN ${groupCondition(group)} THEN ${weight * OTHER_TEXT_WEIGHT}::float8 ELSE 0 END`;
}

/** Returns the condition that a claim matches a term of the group. */
function groupCondition(group: SearchTerm[]): Sql {
  return join(searchConditions({ groups: [group] }), " AND ");
}
