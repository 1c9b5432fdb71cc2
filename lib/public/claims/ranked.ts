import { empty, limitTo, raw, type Sql, sql, where } from "@/lib/platform/db/sql";
import { isEqual, ownWords, placeSql } from "../search/conditions";
import type { Search } from "../search/terms";
import { COUNT_LIMIT, readByCount } from "./count";
import type { Page } from "./cursor";
import { badCursor, decodeCursor, encodeCursor } from "./cursor";
import type { ClaimQuery } from "./filters";
import { columnsOfShape, fromMatching, type Resolved, type Shape, walkedConditionsOf } from "./where";

/** At most so many claims are ranked by where they have the words, those that were changed last: a tenth of a second. */
export const RANKED = 1000;
/** The place of claims that were changed before those that are ranked. */
const OLDER = 7;

type RankedQuery = Resolved<ClaimQuery> & { search: Search };
/** A claim in the order of relevance: its place, and when it was last changed. */
type Key = { place: number; at: string; id: string };
/** The last claim that is ranked, by its last change; null where all are. */
type Edge = { at: string; id: string } | null;
type Row = { id: string; place: number; at: Date; edge_at: Date | null; edge_id: string | null };

/**
 * One page of what a search finds, best first: the {@link RANKED} matches that were changed last by the place of the words
 * and by time, then the older ones by time. Throws `invalid` for a cursor that is none.
 */
export async function rankedPage<Stored>(
  filter: RankedQuery,
  shape: Shape,
): Promise<Omit<Page<Stored>, "similar" | "search">> {
  const backwards = filter.before !== undefined && filter.after === undefined;
  const cursor = cursorOf(filter, backwards ? "before" : "after");
  const part = { edge: cursor?.edge, key: cursor?.key ?? null, backwards, shape };
  const { found, count } = await readByCount<Row & Stored>(filter, {
    selected: rankedStatement(filter, { ...part, matching: selected(filter) }),
    walked: rankedStatement(filter, { ...part, matching: walked(filter) }),
  });
  const more = found.length > filter.limit;
  const rows = found.slice(0, filter.limit);
  const at = (row: Row | undefined) => (row ? cursorAt(row) : null);
  const begin = cursor ? at(rows[0]) : null;
  const end = more ? at(rows.at(-1)) : null;
  if (backwards) rows.reverse();
  const [next, previous] = backwards ? [begin, end] : [end, begin];
  return { ...count, rows, next, previous };
}

/** The claims that match, as a table `c` that has their ids and times, and what makes them match. */
type Matching = { tables: Sql; from: Sql; conditions: Sql[] };

/** All of them are selected and counted; none is ranked where they are not few. */
function selected(filter: RankedQuery): Matching {
  const tables = sql`matching AS MATERIALIZED (
      SELECT c.claim_id, c.updated_at ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}
    ), counted AS MATERIALIZED (SELECT count(*)::int AS matching FROM matching),`;
  const isFew = sql`(SELECT counted.matching FROM counted) <= ${COUNT_LIMIT}::int`;
  return { tables, from: sql`matching AS c`, conditions: [isFew] };
}

/** They are found along the order of time. */
function walked(filter: RankedQuery): Matching {
  const tables = sql`counted AS (SELECT NULL::int AS matching),`;
  return { tables, from: sql`public_claim AS c`, conditions: walkedConditionsOf(filter) };
}

/** `edge` is that of the page before; undefined for the first page. */
type Part = { matching: Matching; edge: Edge | undefined; key: Key | null; backwards: boolean; shape: Shape };

function rankedStatement(filter: RankedQuery, part: Part): Sql {
  const { matching, edge, key, backwards, shape } = part;
  const [first, then] = backwards ? [raw("DESC"), raw("ASC")] : [raw("ASC"), raw("DESC")];
  const order = (table: string) => {
    const column = (name: string) => raw(`${table}.${name}`);
    return sql`ORDER BY ${column("place")} ${first}, ${column("at")} ${then}, ${column("id")} ${then}`;
  };
  const { equal } = filter.search;
  return sql`WITH ${matching.tables} ranked AS MATERIALIZED (
      SELECT c.claim_id AS id, c.updated_at AS at, ${placeSql(filter.search)} AS place
      FROM (${recentSql(part)}) AS recent JOIN public_claim AS c USING (claim_id), ${ownWords}
    ), edge AS MATERIALIZED (${edgeSql(edge)}), equal AS MATERIALIZED (
      ${equal === null ? sql`SELECT 0 AS place, at, id FROM ranked WHERE false` : equalSql(filter, equal)}
    ), page AS (
      SELECT * FROM (
        SELECT ranked.place, ranked.at, ranked.id FROM ranked
        UNION ALL SELECT equal.place, equal.at, equal.id FROM equal
        ${isOlderAsked(part) ? sql`UNION ALL (${olderSql(filter.limit + 1, part, then)})` : empty}
      ) AS found ${where(key ? [behindKey(key, backwards, "found")] : [])} ${order("found")} ${limitTo(filter.limit + 1)}
    )
    SELECT counted.matching, page.id, page.place, page.at, edge.at AS edge_at, edge.id AS edge_id, ${columnsOfShape(shape)}
    FROM counted LEFT JOIN page ON true LEFT JOIN public_claim AS c ON c.claim_id = page.id
    LEFT JOIN edge ON true ${order("page")}`;
}

/** The claims that are ranked: those that were changed last, or first from the edge of the page before on. */
function recentSql({ matching: { from, conditions }, edge }: Part): Sql {
  if (!edge)
    return sql`SELECT c.claim_id FROM ${from} ${where(conditions)}
      ORDER BY c.updated_at DESC, c.claim_id DESC ${limitTo(RANKED)}`;
  const isRanked = sql`(c.updated_at, c.claim_id) >= (${edge.at}::timestamptz, ${edge.id}::text)`;
  return sql`SELECT c.claim_id FROM ${from} ${where([...conditions, isRanked])}
    ORDER BY c.updated_at, c.claim_id ${limitTo(RANKED)}`;
}

/** The last claim that is ranked, if there may be older ones. */
function edgeSql(edge: Edge | undefined): Sql {
  if (edge) return sql`SELECT ${edge.at}::timestamptz AS at, ${edge.id}::text AS id`;
  return sql`SELECT ranked.at, ranked.id FROM ranked WHERE (SELECT count(*) FROM ranked) >= ${RANKED}
    ORDER BY ranked.at, ranked.id LIMIT 1`;
}

/** What was typed itself, where it is not among the claims that are ranked. */
function equalSql(filter: RankedQuery, equal: string): Sql {
  return sql`SELECT 0 AS place, c.updated_at AS at, c.claim_id AS id FROM public_claim AS c
    ${where([isEqual(equal), ...walkedConditionsOf(filter)])}
    AND NOT EXISTS (SELECT FROM ranked WHERE ranked.id = c.claim_id)`;
}

/** Whether a page may have claims that are older than those that are ranked. */
function isOlderAsked({ edge, key, backwards }: Part): boolean {
  if (edge === null) return false;
  return !backwards || key?.place === OLDER;
}

/** The older claims of a page, where the ranked ones do not fill it; from the key on where it is one of them. */
function olderSql(rows: number, { matching, key, backwards }: Part, direction: Sql): Sql {
  const behindRanked = where(key ? [behindKey(key, false, "ranked")] : []);
  const conditions = [
    ...matching.conditions,
    sql`(c.updated_at, c.claim_id) < (SELECT edge.at, edge.id FROM edge)`,
    sql`NOT EXISTS (SELECT FROM equal WHERE equal.id = c.claim_id)`,
    ...(key?.place === OLDER
      ? [
          sql`(c.updated_at, c.claim_id) ${raw(backwards ? ">" : "<")} (${key.at}::timestamptz, ${key.id}::text)`,
        ]
      : []),
    ...(backwards ? [] : [sql`(SELECT count(*) FROM ranked ${behindRanked}) < ${rows}`]),
  ];
  return sql`SELECT ${OLDER}::int, c.updated_at, c.claim_id FROM ${matching.from} ${where(conditions)}
    ORDER BY c.updated_at ${direction}, c.claim_id ${direction} ${limitTo(rows)}`;
}

function behindKey({ place, at, id }: Key, backwards: boolean, table: "found" | "ranked"): Sql {
  const [past, older] = backwards ? [raw("<"), raw(">")] : [raw(">"), raw("<")];
  const column = (name: string) => raw(`${table}.${name}`);
  return sql`(${column("place")} ${past} ${place}::int OR (${column("place")} = ${place}::int
    AND (${column("at")}, ${column("id")}) ${older} (${at}::timestamptz, ${id}::text)))`;
}

function cursorAt({ place, at, id, edge_at, edge_id }: Row): string {
  const edge = edge_at && edge_id ? `${edge_at.toISOString()} ${edge_id}` : "";
  return encodeCursor("relevance", { value: `${place} ${at.toISOString()} ${edge}`, id });
}

function cursorOf(filter: RankedQuery, path: "after" | "before"): { key: Key; edge: Edge } | null {
  const text = filter[path];
  if (text === undefined) return null;
  const { value, id } = decodeCursor(text, "relevance", path);
  const instant = String.raw`\d{4}-\d{2}-\d{2}T[\d:.]+Z`;
  const parts = new RegExp(`^([0-${OLDER}]) (${instant}) (?:(${instant}) (\\S{1,100}))?$`).exec(
    String(value),
  );
  const [, place, at = "", edgeAt, edgeId = ""] = parts ?? [];
  if (!parts || [at, edgeAt].some((time) => time && Number.isNaN(Date.parse(time)))) throw badCursor(path);
  return { key: { place: Number(place), at, id }, edge: edgeAt ? { at: edgeAt, id: edgeId } : null };
}
