import { prepared } from "@/lib/db/prepared";
import { plainSearch } from "@/lib/search/parse";
import { anyQuery, inClaimQuery } from "@/lib/search/tsquery";
import { conditionsOf, type Sought, whereOf } from "./conditions";
import { type Shape, shownColumns } from "./page-parts";
import { Parameters } from "./parameters";
import { plainSearchOf, type Search } from "./search";
import { searchConditions } from "./search-sql";
import { isPlain, type SearchTerm } from "./search-terms";

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
export async function similarClaims<Row>(query: Sought & { search: Search }, shape: Shape): Promise<Row[]> {
  const rows = await sharing<Row>(query, await comparedBy(query.search), shape);
  if (rows.length > 0 || !isMessageWithFields(query.search)) return rows;
  return sharing(query, await plainSearchOf(query.search.typed), shape);
}

async function sharing<Row>(query: Sought, search: Search, shape: Shape): Promise<Row[]> {
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
  const { text, values } = similarStatement(query, { known, rare, held, least }, shape);
  return prepared<Row & Record<string, unknown>>(text, values, "anew");
}

function similarStatement(
  query: Sought,
  {
    known,
    rare,
    held,
    least,
  }: Record<"known" | "rare", Weighted[]> & { held: SearchTerm[][]; least: number },
  shape: Shape,
) {
  const parameters = new Parameters();
  const conditions = [
    ...conditionsOf({ ...query, search: null }, parameters),
    ...(held.length > 0 ? searchConditions({ groups: held }, parameters) : []),
    `(${rare.map(({ group }) => anyOf(group, parameters)).join(" OR ")})`,
  ];
  const score = known.map(({ group, weight }) => scoreOf(group, weight, parameters)).join(" + ");
  const text = `WITH compared AS MATERIALIZED (
      SELECT c.ctid AS row, c.claim_id AS id, c.updated_at AS at, c.search_vector, c.search_tokens
      FROM public_claim AS c ${whereOf(conditions)} LIMIT ${COMPARED}
    ), scored AS MATERIALIZED (SELECT c.row, c.id, c.at, ${score} AS score FROM compared AS c)
    SELECT ${shownColumns[shape]} FROM scored JOIN public_claim AS c ON c.ctid = scored.row
    WHERE scored.score >= ${parameters.add(least)}::float8
    ORDER BY scored.score DESC, scored.at DESC, scored.id DESC LIMIT ${SHOWN}`;
  return { text, values: parameters.values };
}

/**
 * The search by which claims are compared: of a message, which has many words, quotations are compared as the rest is.
 */
async function comparedBy(search: Search): Promise<Search> {
  const others = search.query.flat().filter((term) => !isPlain(term));
  if (others.length === 0 || others.some(({ kind, excluded }) => excluded || kind !== "phrase"))
    return search;
  return plainSearch(search.typed).length < MESSAGE ? search : plainSearchOf(search.typed);
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
  return Number.isFinite(wanted.claims) ? wanted.claims : all / 20;
}

function scoreOf(group: SearchTerm[], weight: number, parameters: Parameters): string {
  const queries = group.flatMap(({ wanted }) => (wanted?.kind === "words" ? [wanted.query] : []));
  const inClaim =
    queries.length > 0
      ? `c.search_vector @@ ${parameters.add(inClaimQuery(anyQuery(queries)))}::tsquery`
      : "false";
  const place = (share: number) => `${parameters.add(weight * share)}::float8`;
  return `CASE WHEN ${inClaim} THEN ${place(1)} WHEN ${anyOf(group, parameters)} THEN ${place(ELSEWHERE)} ELSE 0 END`;
}

/** One of the terms of a group, as SQL. */
function anyOf(group: SearchTerm[], parameters: Parameters): string {
  return searchConditions({ groups: [group] }, parameters).join(" AND ");
}
