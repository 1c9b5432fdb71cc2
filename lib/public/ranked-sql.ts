import { conditionsOf, type Sought, whereOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import { type Shape, shownColumns } from "./page-parts";
import { Parameters } from "./parameters";
import type { Search } from "./search";
import { placeSql, RANKED, searchConditions } from "./search-sql";

/** Where a page of ranked claims begins: behind this claim, or before it when it is read backwards. */
export type RankedKey = { place: number; at: string; id: string };
export type RankedQuery = Sought<ClaimQuery> & { search: Search };
type Part = { key: RankedKey | null; backwards: boolean; limit: number; shape: Shape };

/**
 * A page of the claims that are ranked: by `place`, the last changed first. These are all that match; or those of the
 * last RANKED that the filters leave, or of the RANKED that were changed first after `edge` where it is known. Every row has
 * the number of them in `total`, and as `edge` when the others were last changed; null where there are no others.
 */
export function rankedStatement(query: RankedQuery, among: "all" | { edge: string | null }, part: Part) {
  const parameters = new Parameters();
  const place = placeSql(query.search, parameters);
  const matched = (from: string, conditions: string[]) =>
    `matched AS MATERIALIZED (SELECT c.claim_id AS id, c.updated_at AS at, ${place} AS place
      FROM ${from} AS c ${whereOf(conditions)})`;
  const tables =
    among === "all"
      ? ["edge AS (SELECT NULL::timestamptz AS at)", matched("public_claim", conditionsOf(query, parameters))]
      : [
          ...recentTables(query, among.edge, parameters),
          matched("recent", [
            "(c.updated_at > (SELECT at FROM edge)) IS NOT FALSE",
            ...searchConditions(query.search, parameters),
          ]),
        ];
  const [first, then] = part.backwards ? ["DESC", "ASC"] : ["ASC", "DESC"];
  const text = `WITH ${tables.join(", ")}, page AS (
      SELECT * FROM matched ${whereOf(beyondKey(part, parameters))}
      ORDER BY place ${first}, at ${then}, id ${then} LIMIT ${part.limit}
    )
    SELECT counted.total, edge.at AS edge, found.* FROM (SELECT count(*)::int AS total FROM matched) AS counted
    CROSS JOIN edge LEFT JOIN (
      SELECT page.id, page.place, page.at, ${shownColumns[part.shape]} FROM page JOIN public_claim AS c ON c.claim_id = page.id
    ) AS found ON true ORDER BY found.place ${first}, found.at ${then}, found.id ${then}`;
  return { text, values: parameters.values };
}

function recentTables(query: RankedQuery, edge: string | null, parameters: Parameters): string[] {
  const conditions = conditionsOf({ ...query, search: null }, parameters);
  const columns = "c.claim_id, c.updated_at, c.status, c.search_vector, c.search_tokens";
  if (edge !== null) {
    const known = `${parameters.add(edge)}::timestamptz`;
    return [
      `edge AS (SELECT ${known} AS at)`,
      // What was changed since stands at the other end, and stays out.
      `recent AS MATERIALIZED (SELECT ${columns} FROM public_claim AS c ${whereOf([...conditions, `c.updated_at > ${known}`])}
        ORDER BY c.updated_at, c.claim_id LIMIT ${RANKED})`,
    ];
  }
  return [
    `recent AS MATERIALIZED (SELECT ${columns} FROM public_claim AS c ${whereOf(conditions)}
      ORDER BY c.updated_at DESC, c.claim_id DESC LIMIT ${RANKED})`,
    `edge AS (SELECT CASE WHEN count(*) = ${RANKED} THEN min(updated_at) END AS at FROM recent)`,
  ];
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
