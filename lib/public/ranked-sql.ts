import {
  conditionsOf,
  type Facet,
  matchingClaims,
  noDays,
  type Sought,
  spanConditions,
  whereOf,
} from "./conditions";
import type { ClaimQuery } from "./filters";
import { type Shape, shownColumns } from "./page-parts";
import { Parameters } from "./parameters";
import type { Search } from "./search";
import { isEqual, placeSql, RANKED, searchConditions } from "./search-sql";
import { lastChanged } from "./value-pages";

/** Where a page of ranked claims begins: behind this claim, or before it when it is read backwards. */
export type RankedKey = { place: number; at: string; id: string };
export type RankedQuery = Sought<ClaimQuery> & { search: Search };
type Part = { key: RankedKey | null; backwards: boolean; limit: number; shape: Shape };

/**
 * Claims last changed before `edge`, where it is known, are not ranked. The others come from the index of a facet, `driver`,
 * that is walked, or from that of all facets, which `intersected` them.
 */
export type Recent = { edge: string | null; driver?: Facet | undefined; intersected?: boolean };

/**
 * A page of the claims that are ranked: by `place`, the last changed first. These are all that match, looked up by their
 * words or, where the facets leave few, by these; or those of the last RANKED that the filters leave, or of the RANKED that
 * were changed first after `edge` where it is known. Every row has the number of them in `total`, and as `edge` when the
 * others were last changed; null where there are no others.
 */
export function rankedStatement(query: RankedQuery, among: "all" | "few" | Recent, part: Part) {
  const parameters = new Parameters();
  const place = placeSql(query.search, parameters);
  const tables =
    among === "all" || among === "few"
      ? [
          "edge AS (SELECT NULL::timestamptz AS at)",
          `matched AS MATERIALIZED (SELECT c.ctid AS row, c.claim_id AS id, c.updated_at AS at, ${place} AS place
            FROM ${matchingClaims(query, among === "few", parameters)})`,
        ]
      : [
          ...recentTables(query, among, place, parameters),
          `matched AS MATERIALIZED (SELECT row, id, at, place FROM recent
            WHERE place IS NOT NULL AND (at > (SELECT at FROM edge)) IS NOT FALSE ${equalRows(query, parameters)})`,
        ];
  const [first, then] = part.backwards ? ["DESC", "ASC"] : ["ASC", "DESC"];
  const text = `WITH ${tables.join(", ")}, page AS (
      SELECT * FROM matched ${whereOf(beyondKey(part, parameters))}
      ORDER BY place ${first}, at ${then}, id ${then} LIMIT ${part.limit}
    )
    SELECT counted.total, edge.at AS edge, found.* FROM (SELECT count(*)::int AS total FROM matched) AS counted
    CROSS JOIN edge LEFT JOIN (
      SELECT page.id, page.place, page.at, ${shownColumns[part.shape]} FROM page JOIN public_claim AS c ON c.ctid = page.row
    ) AS found ON true ORDER BY found.place ${first}, found.at ${then}, found.id ${then}`;
  return { text, values: parameters.values };
}

/** What was typed itself, whenever it was last changed, as what follows the rows that are recent. */
function equalRows(query: RankedQuery, parameters: Parameters): string {
  const { equal } = query.search;
  if (equal === null) return "";
  const conditions = [isEqual(equal, parameters), ...conditionsOf(query, parameters)];
  return `AND place > 0 UNION ALL SELECT c.ctid, c.claim_id, c.updated_at, 0 FROM public_claim AS c ${whereOf(conditions)}`;
}

/** The words are looked at as the claims come by: kept for later, their lists would be most of what is kept. */
function recentTables(
  query: RankedQuery,
  { edge, driver, intersected }: Recent,
  place: string,
  parameters: Parameters,
): string[] {
  const filter = { ...query, search: null };
  const texts = query.search.equal === null ? "" : ", c.claim_en, c.claim_ar";
  const columns = `c.ctid, c.claim_id, c.updated_at, c.status, c.search_vector, c.search_tokens${texts}`;
  const known = edge === null ? undefined : `${parameters.add(edge)}::timestamptz`;
  const last =
    driver && !intersected
      ? lastChanged(columns, filter, driver, RANKED, parameters, known)
      : lastOf(columns, filter, parameters, known, intersected);
  const found = searchConditions(query.search, parameters).join(" AND ");
  const recent = `recent AS MATERIALIZED (SELECT c.ctid AS row, c.claim_id AS id, c.updated_at AS at, CASE WHEN ${found} THEN ${place} END AS place
    FROM (${last}) AS c)`;
  // What was changed since an edge stands at the other end, and stays out.
  return known
    ? [`edge AS (SELECT ${known} AS at)`, recent]
    : [recent, `edge AS (SELECT CASE WHEN count(*) = ${RANKED} THEN min(at) END AS at FROM recent)`];
}

function lastOf(
  columns: string,
  filter: Sought,
  parameters: Parameters,
  after: string | undefined,
  intersected = false,
) {
  const begin = after ? [`c.updated_at > ${after}`] : [];
  const direction = after ? "ASC" : "DESC";
  const last = `ORDER BY c.updated_at ${direction}, c.claim_id ${direction} LIMIT ${RANKED}`;
  if (intersected) {
    const matching = matchingClaims(filter, true, parameters);
    return `SELECT ${columns} FROM (SELECT c.* FROM ${matching}) AS c ${whereOf(begin)} ${last}`;
  }
  const others = conditionsOf({ ...filter, ...noDays }, parameters);
  const days = spanConditions(filter, "c", parameters, others.length > 0 ? "known" : "hidden");
  return `SELECT ${columns} FROM public_claim AS c ${whereOf([...others, ...days, ...begin])} ${last}`;
}

function beyondKey({ key, backwards }: Part, parameters: Parameters): string[] {
  if (!key) return [];
  const place = `${parameters.add(key.place)}::int`;
  const same = behind("at, id", key, backwards, parameters);
  return [`(place ${backwards ? "<" : ">"} ${place} OR (place = ${place} AND ${same}))`];
}

function behind(columns: string, { at, id }: RankedKey, backwards: boolean, parameters: Parameters): string {
  return `(${columns}) ${backwards ? ">" : "<"} (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::text)`;
}
