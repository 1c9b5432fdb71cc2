import { empty, limitTo, raw, type Sql, sql, where } from "@/lib/platform/db/sql";
import { claimLexemes, claimTextEquals, rankClassSql } from "../search/conditions";
import type { Search } from "../search/terms";
import { COUNT_LIMIT, readPageByCount } from "./count";
import type { Page } from "./cursor";
import { decodeCursor, encodeCursor, invalidCursorError } from "./cursor";
import type { ClaimQuery } from "./filters";
import {
  columnsOfFormat,
  fromMatching,
  type ResolvedFilter,
  type RowFormat,
  scanConditionsOf,
} from "./where";

/** The most matches that are ranked: those that were changed last. */
export const RANKED_LIMIT = 1000;
/** The rank class of matches older than the ranked ones; those of the ranked ones are 0 to 6. */
const OLDER = 7;

type RankedQuery = ResolvedFilter<ClaimQuery> & { search: Search };
/** The keyset cursor of relevance: the rank class and last change of a claim. */
type RankedCursor = { rank: number; at: string; id: string };
/** The oldest ranked claim; null if all matches are ranked. */
type Edge = { at: string; id: string } | null;
type Row = { id: string; rank: number; at: Date; edge_at: Date | null; edge_id: string | null };

/**
 * Returns a page of the matches of a search, best first: the {@link RANKED_LIMIT} that were changed last by
 * rank class and time, then the older ones by time. Throws `invalid` for a malformed cursor.
 */
export async function listRankedPage<Stored>(
  filter: RankedQuery,
  format: RowFormat,
): Promise<Omit<Page<Stored>, "similar" | "search">> {
  const backwards = filter.before !== undefined && filter.after === undefined;
  const cursor = decodeRankedCursor(filter, backwards ? "before" : "after");
  const parts = { edge: cursor?.edge, cursor: cursor?.cursor ?? null, backwards, format };
  const { found, count } = await readPageByCount<Row & Stored>(filter, {
    select: rankedStatement(filter, { ...parts, matching: selectMatching(filter) }),
    scan: rankedStatement(filter, { ...parts, matching: scanMatching(filter) }),
  });
  const more = found.length > filter.limit;
  const rows = found.slice(0, filter.limit);
  const at = (row: Row | undefined) => (row ? encodeRow(row) : null);
  const begin = cursor ? at(rows[0]) : null;
  const end = more ? at(rows.at(-1)) : null;
  if (backwards) rows.reverse();
  const [next, previous] = backwards ? [begin, end] : [end, begin];
  return { ...count, rows, next, previous };
}

/**
 * The matches as a table `c` with their ids and times, and the conditions on it. `tables` are CTEs, among them
 * `counted`.
 */
type Matching = { tables: Sql; from: Sql; conditions: Sql[] };

/** Selects and counts all matches; none is ranked if there are more than the limit. */
function selectMatching(filter: RankedQuery): Matching {
  const tables = sql`matching AS MATERIALIZED (
      SELECT c.claim_id, c.updated_at ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}
    ), counted AS MATERIALIZED (SELECT count(*)::int AS matching FROM matching),`;
  const isSmall = sql`(SELECT counted.matching FROM counted) <= ${COUNT_LIMIT}::int`;
  return { tables, from: sql`matching AS c`, conditions: [isSmall] };
}

/** Finds matches by a scan in the order of the last change. */
function scanMatching(filter: RankedQuery): Matching {
  const tables = sql`counted AS (SELECT NULL::int AS matching),`;
  return { tables, from: sql`public_claim AS c`, conditions: scanConditionsOf(filter) };
}

/** `edge` is that of the cursor; undefined for the first page. */
type PageParts = {
  matching: Matching;
  edge: Edge | undefined;
  cursor: RankedCursor | null;
  backwards: boolean;
  format: RowFormat;
};

function rankedStatement(filter: RankedQuery, parts: PageParts): Sql {
  const { matching, edge, cursor, backwards, format } = parts;
  const [first, then] = backwards ? [raw("DESC"), raw("ASC")] : [raw("ASC"), raw("DESC")];
  const order = (table: string) => {
    const column = (name: string) => raw(`${table}.${name}`);
    return sql`ORDER BY ${column("rank")} ${first}, ${column("at")} ${then}, ${column("id")} ${then}`;
  };
  const { exactClaim } = filter.search;
  return sql`WITH ${matching.tables} ranked AS MATERIALIZED (
      SELECT c.claim_id AS id, c.updated_at AS at, ${rankClassSql(filter.search)} AS rank
      FROM (${recentSql(parts)}) AS recent JOIN public_claim AS c USING (claim_id), ${claimLexemes}
    ), edge AS MATERIALIZED (${edgeSql(edge)}), exact AS MATERIALIZED (
      ${exactClaim === null ? sql`SELECT 0 AS rank, at, id FROM ranked WHERE false` : exactClaimSql(filter, exactClaim)}
    ), page AS (
      SELECT * FROM (
        SELECT ranked.rank, ranked.at, ranked.id FROM ranked
        UNION ALL SELECT exact.rank, exact.at, exact.id FROM exact
        ${mayIncludeOlder(parts) ? sql`UNION ALL (${olderSql(filter.limit + 1, parts, then)})` : empty}
      ) AS found ${where(cursor ? [afterRankedCursor(cursor, backwards, "found")] : [])} ${order("found")} ${limitTo(filter.limit + 1)}
    )
    SELECT counted.matching, page.id, page.rank, page.at, edge.at AS edge_at, edge.id AS edge_id, ${columnsOfFormat(format)}
    FROM counted LEFT JOIN page ON true LEFT JOIN public_claim AS c ON c.claim_id = page.id
    LEFT JOIN edge ON true ${order("page")}`;
}

/** Returns the ids of the claims to rank: those changed last, or those from the edge on. */
function recentSql({ matching: { from, conditions }, edge }: PageParts): Sql {
  if (!edge)
    return sql`SELECT c.claim_id FROM ${from} ${where(conditions)}
      ORDER BY c.updated_at DESC, c.claim_id DESC ${limitTo(RANKED_LIMIT)}`;
  const isRanked = sql`(c.updated_at, c.claim_id) >= (${edge.at}::timestamptz, ${edge.id}::text)`;
  return sql`SELECT c.claim_id FROM ${from} ${where([...conditions, isRanked])}
    ORDER BY c.updated_at, c.claim_id ${limitTo(RANKED_LIMIT)}`;
}

/** Returns the oldest ranked claim if there may be older matches. */
function edgeSql(edge: Edge | undefined): Sql {
  if (edge) return sql`SELECT ${edge.at}::timestamptz AS at, ${edge.id}::text AS id`;
  return sql`SELECT ranked.at, ranked.id FROM ranked WHERE (SELECT count(*) FROM ranked) >= ${RANKED_LIMIT}
    ORDER BY ranked.at, ranked.id LIMIT 1`;
}

/** Returns the claim whose text was typed, if it is not among the ranked ones. */
function exactClaimSql(filter: RankedQuery, exactClaim: string): Sql {
  return sql`SELECT 0 AS rank, c.updated_at AS at, c.claim_id AS id FROM public_claim AS c
    ${where([claimTextEquals(exactClaim), ...scanConditionsOf(filter)])}
    AND NOT EXISTS (SELECT FROM ranked WHERE ranked.id = c.claim_id)`;
}

/** Whether a page may have claims older than the ranked ones. */
function mayIncludeOlder({ edge, cursor, backwards }: PageParts): boolean {
  if (edge === null) return false;
  return !backwards || cursor?.rank === OLDER;
}

/**
 * Returns the older claims that fill a page after the ranked ones; those after the cursor if it is an older
 * claim.
 */
function olderSql(rows: number, { matching, cursor, backwards }: PageParts, direction: Sql): Sql {
  const afterCursor = where(cursor ? [afterRankedCursor(cursor, false, "ranked")] : []);
  const conditions = [
    ...matching.conditions,
    sql`(c.updated_at, c.claim_id) < (SELECT edge.at, edge.id FROM edge)`,
    sql`NOT EXISTS (SELECT FROM exact WHERE exact.id = c.claim_id)`,
    ...(cursor?.rank === OLDER
      ? [
          sql`(c.updated_at, c.claim_id) ${raw(backwards ? ">" : "<")} (${cursor.at}::timestamptz, ${cursor.id}::text)`,
        ]
      : []),
    ...(backwards ? [] : [sql`(SELECT count(*) FROM ranked ${afterCursor}) < ${rows}`]),
  ];
  return sql`SELECT ${OLDER}::int, c.updated_at, c.claim_id FROM ${matching.from} ${where(conditions)}
    ORDER BY c.updated_at ${direction}, c.claim_id ${direction} ${limitTo(rows)}`;
}

function afterRankedCursor(
  { rank, at, id }: RankedCursor,
  backwards: boolean,
  table: "found" | "ranked",
): Sql {
  const [past, older] = backwards ? [raw("<"), raw(">")] : [raw(">"), raw("<")];
  const column = (name: string) => raw(`${table}.${name}`);
  return sql`(${column("rank")} ${past} ${rank}::int OR (${column("rank")} = ${rank}::int
    AND (${column("at")}, ${column("id")}) ${older} (${at}::timestamptz, ${id}::text)))`;
}

function encodeRow({ rank, at, id, edge_at, edge_id }: Row): string {
  const edge = edge_at && edge_id ? `${edge_at.toISOString()} ${edge_id}` : "";
  return encodeCursor("relevance", { value: `${rank} ${at.toISOString()} ${edge}`, id });
}

function decodeRankedCursor(
  filter: RankedQuery,
  path: "after" | "before",
): { cursor: RankedCursor; edge: Edge } | null {
  const text = filter[path];
  if (text === undefined) return null;
  const { value, id } = decodeCursor(text, "relevance", path);
  const instant = String.raw`\d{4}-\d{2}-\d{2}T[\d:.]+Z`;
  const parts = new RegExp(`^([0-${OLDER}]) (${instant}) (?:(${instant}) (\\S{1,100}))?$`).exec(
    String(value),
  );
  const [, rank, at = "", edgeAt, edgeId = ""] = parts ?? [];
  if (!parts || [at, edgeAt].some((time) => time && Number.isNaN(Date.parse(time))))
    throw invalidCursorError(path);
  return { cursor: { rank: Number(rank), at, id }, edge: edgeAt ? { at: edgeAt, id: edgeId } : null };
}
