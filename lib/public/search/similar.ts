import { query } from "@/lib/platform/db/query";
import { anyOf, join, limitTo, type Sql, sql, where } from "@/lib/platform/db/sql";
import { plainSearch } from "@/lib/text/search/parse";
import { anyQuery, inClaimQuery } from "@/lib/text/search/tsquery";
import { columnsOfShape, conditionsOf, type Resolved, type Shape } from "../claims/where";
import { searchConditions } from "./conditions";
import { resolvePlainSearch } from "./resolve";
import { isPlain, type Search, type SearchTerm } from "./terms";

/** So many similar claims are shown. */
const SHOWN = 10;
/** So many claims are compared at most, */
const COMPARED = 1000;
/** by so many of the rarest words. */
const WORDS = 24;
/** A claim is similar that shares so much of the weight of all words, or as much as so many of the rarest words have. */
const SHARE = 0.5;
const RAREST = 1.5;
/** So many words make a message of what was typed, and so many one that may have a field by chance. */
const MESSAGE = 5;
const LONG_MESSAGE = 10;
/** A word of the claim itself counts in full, one of its evidence or verdict so much. */
const ELSEWHERE = 0.6;

type Weighted = { group: SearchTerm[]; claims: number; weight: number };

/**
 * Of a search that no claim matches, the claims that share most of its rare words, best first; none where it is one word.
 * What was typed with signs (phrases, fields, what is excluded) and all filters hold; of a long message, fields are words
 * where nothing is similar otherwise. No more than COMPARED claims are read.
 */
export async function similarClaims<Row>(
  filter: Resolved & { search: Search },
  shape: Shape,
): Promise<Row[]> {
  const rows = await sharing<Row>(filter, await comparedBy(filter.search), shape);
  if (rows.length > 0 || !isMessageWithFields(filter.search)) return rows;
  return sharing(filter, await resolvePlainSearch(filter.search.typed), shape);
}

async function sharing<Row>(filter: Resolved, search: Search, shape: Shape): Promise<Row[]> {
  const isCompared = (group: SearchTerm[]) => group.every((term) => term.isPlain);
  const held = search.groups.filter((group) => !isCompared(group));
  const weighted = search.groups.filter(isCompared).map((group) => weightedOf(group, search.claims));
  if (weighted.length < 2) return [];
  const known = weighted
    .filter(({ claims }) => claims > 0)
    .sort((a, b) => a.claims - b.claims)
    .slice(0, WORDS);
  const rare = rarest(known);
  if (rare.length === 0) return [];
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.min(SHARE * all, RAREST * Math.log(1 + search.claims));
  const statement = similarStatement(filter, { known, rare, held, least }, shape);
  return query<Row & Record<string, unknown>>(statement, "custom");
}

function similarStatement(
  filter: Resolved,
  {
    known,
    rare,
    held,
    least,
  }: Record<"known" | "rare", Weighted[]> & { held: SearchTerm[][]; least: number },
  shape: Shape,
): Sql {
  const conditions = [
    ...conditionsOf({ ...filter, search: null }),
    ...(held.length > 0 ? searchConditions({ groups: held }) : []),
    anyOf(rare.map(({ group }) => oneOfGroup(group))),
  ];
  const score = join(
    known.map(({ group, weight }) => scoreOf(group, weight)),
    " + ",
  );
  return sql`WITH compared AS MATERIALIZED (
      SELECT c.claim_id AS id, c.updated_at AS at, c.search_vector, c.search_tokens
      FROM public_claim AS c ${where(conditions)} ${limitTo(COMPARED)}
    ), scored AS MATERIALIZED (SELECT c.id, c.at, ${score} AS score FROM compared AS c)
    SELECT ${columnsOfShape(shape)} FROM scored JOIN public_claim AS c ON c.claim_id = scored.id
    WHERE scored.score >= ${least}::float8
    ORDER BY scored.score DESC, scored.at DESC, scored.id DESC ${limitTo(SHOWN)}`;
}

/**
 * The search by which claims are compared: of a message, which has many words, quotations are compared as the rest is.
 */
async function comparedBy(search: Search): Promise<Search> {
  const others = search.query.flat().filter((term) => !isPlain(term));
  if (others.length === 0 || others.some(({ kind, excluded }) => excluded || kind !== "phrase"))
    return search;
  return plainSearch(search.typed).length < MESSAGE ? search : resolvePlainSearch(search.typed);
}

/** Whether a message has what may be a field and is none: `Year:2021 saw …`. */
function isMessageWithFields({ query, typed }: Search): boolean {
  const others = query.flat().filter((term) => !isPlain(term));
  const isField = others.every((term) => term.kind === "field" && !term.quoted && !term.excluded);
  return others.length > 0 && isField && plainSearch(typed).length >= LONG_MESSAGE;
}

/** The rarest words that no more than COMPARED claims have together; where each has more, what has the two rarest. */
function rarest(known: Weighted[]): Weighted[] {
  const rare: Weighted[] = [];
  let sum = 0;
  for (const word of known) {
    sum += word.claims;
    if (sum > COMPARED) break;
    rare.push(word);
  }
  return rare.length > 0 ? rare : known.slice(0, 1);
}

function weightedOf(group: SearchTerm[], all: number): Weighted {
  const claims = group.reduce((sum, { wanted }) => sum + (wanted ? claimsOf(wanted, all) : 0), 0);
  return { group, claims, weight: Math.log(1 + all / Math.max(claims, 0.5)) };
}

function claimsOf(wanted: NonNullable<SearchTerm["wanted"]>, all: number): number {
  return wanted.kind === "words" && Number.isFinite(wanted.claims) ? wanted.claims : all / 20;
}

function scoreOf(group: SearchTerm[], weight: number): Sql {
  const queries = group.flatMap(({ wanted }) => (wanted?.kind === "words" ? [wanted.query] : []));
  const inClaim =
    queries.length > 0 ? sql`c.search_vector @@ ${inClaimQuery(anyQuery(queries))}::tsquery` : sql`false`;
  return sql`CASE WHEN ${inClaim} THEN ${weight}::float8 WHEN ${oneOfGroup(group)} THEN ${weight * ELSEWHERE}::float8 ELSE 0 END`;
}

/** One of the terms of a group. */
function oneOfGroup(group: SearchTerm[]): Sql {
  return join(searchConditions({ groups: [group] }), " AND ");
}
