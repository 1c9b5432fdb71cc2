import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { query } from "@/lib/platform/db/query";
import { limitTo, raw, type Sql, sql, where } from "@/lib/platform/db/sql";
import type { PublicClaim, ShownClaim } from "../projection/document";
import { statusRanks } from "../projection/status";
import { onlyExcludes, ranks } from "../search/conditions";
import { similarClaims } from "../search/similar";
import { COUNT_LIMIT, countClaims, readByCount } from "./count";
import type { Page } from "./cursor";
import type { ClaimQuery } from "./filters";
import { rankedPage } from "./ranked";
import { behindCursor, cursorAt, type Order, orderBy, orderOf } from "./sort";
import {
  columnsOfShape,
  daysOf,
  facetsOf,
  fromMatching,
  isNarrowed,
  isSpan,
  type Resolved,
  type Shape,
  valuesOf,
  walkedConditionsOf,
} from "./where";

export type ClaimPage = Page<PublicClaim>;

/**
 * One page of the public table in the order asked for; texts are ordered as the locale shows them.
 * Throws `invalid` for a cursor that is none, and for a search that only excludes; `unavailable` where it takes too long.
 */
export async function listClaims(filter: Resolved<ClaimQuery>, locale: LocaleId = "en"): Promise<ClaimPage> {
  const page = await pageOf<{ document: PublicClaim }>(filter, locale, "document");
  return mapped(page, ({ document }) => document);
}

/** As {@link listClaims}, with the small part of each claim that a row of the table shows. */
export async function listRows(
  filter: Resolved<ClaimQuery>,
  locale: LocaleId = "en",
): Promise<Page<ShownClaim>> {
  const page = await pageOf<{ shown: ShownClaim }>(filter, locale, "row");
  return mapped(page, ({ shown }) => shown);
}

/** As {@link listClaims}, with each claim as the JSON text of its export record, of the desk at `origin`. */
export async function listRecords(filter: Resolved<ClaimQuery>, origin: string): Promise<Page<string>> {
  const page = await pageOf<{ record_head: string; record_tail: string }>(filter, "en", "record");
  const address = JSON.stringify(origin).slice(1, -1);
  return mapped(page, (row) => row.record_head + address + row.record_tail);
}

function mapped<Stored, Row>(page: Page<Stored>, rowOf: (stored: Stored) => Row): Page<Row> {
  return { ...page, rows: page.rows.map(rowOf), similar: page.similar.map(rowOf) };
}

async function pageOf<Row>(filter: Resolved<ClaimQuery>, locale: LocaleId, shape: Shape): Promise<Page<Row>> {
  const { search } = filter;
  if (search && onlyExcludes(search) && !isNarrowed({ ...filter, search: null })) {
    throw new AppError("invalid", ONLY_EXCLUDES, [{ path: "q", message: ONLY_EXCLUDES }], "only_excludes");
  }
  const page =
    filter.sort === "relevance" && search && ranks(search)
      ? await rankedPage<Row>({ ...filter, search }, shape)
      : await orderedPage<Row>(filter, locale, shape);
  const isFirst = !filter.after && !filter.before;
  // Rows are read for suggestions, which offer none that are similar.
  const isCompared = search && page.rows.length === 0 && isFirst && shape !== "row";
  return {
    ...page,
    search,
    similar: isCompared ? await similarClaims<Row>({ ...filter, search }, shape) : [],
  };
}

const ONLY_EXCLUDES = "This search only leaves words out. Add a word to look for, or a filter.";

type OrderedRow = { id: string; value: Date | string | number };

async function orderedPage<Row>(filter: Resolved<ClaimQuery>, locale: LocaleId, shape: Shape) {
  const order = orderOf(filter, locale);
  const walked = walkedPage(filter, order, shape);
  const { found, count } = hasIndex(filter, order)
    ? await Promise.all([query<OrderedRow & Row>(walked), countClaims(filter)]).then(([found, count]) => ({
        found,
        count,
      }))
    : await readByCount<OrderedRow & Row>(filter, { selected: selectedPage(filter, order, shape), walked });
  const more = found.length > filter.limit;
  const rows = found.slice(0, filter.limit);
  const at = (row: OrderedRow | undefined) => (row ? cursorAt(filter.sort, row) : null);
  const begin = order.cursor ? at(rows[0]) : null;
  const end = more ? at(rows.at(-1)) : null;
  if (order.backwards) rows.reverse();
  const [next, previous] = order.backwards ? [begin, end] : [end, begin];
  return { ...count, rows, next, previous };
}

/** Whether an index has the claims of the filter in the order that is asked for, so that nothing is walked past. */
function hasIndex(filter: Resolved<ClaimQuery>, { column }: Order): boolean {
  if (filter.search || filter.article) return false;
  const [facet, ...others] = facetsOf(filter);
  if (!facet) return !isSpan(filter) || column === "updated_at";
  return column === "updated_at" && others.length === 0 && valuesOf(filter, facet).length === 1;
}

const [id, value] = [sql`page.id`, sql`page.value`];

/**
 * All claims that match, counted and sorted, where they are few ({@link readByCount}): PostgreSQL must not look for them along
 * the order.
 */
export function selectedPage(filter: Resolved<ClaimQuery>, order: Order, shape: Shape): Sql {
  const isFound = sql`counted.matching <= ${COUNT_LIMIT}::int`;
  return sql`WITH page AS MATERIALIZED (
      SELECT c.claim_id AS id, c.${raw(order.column)} AS value ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}
    ), counted AS (SELECT count(*)::int AS matching FROM page)
    SELECT counted.matching, found.id, found.value, ${columnsOfShape(shape)} FROM counted LEFT JOIN LATERAL (
      SELECT page.id, page.value FROM page ${where([isFound, ...behindCursor(order, value, id)])}
      ${orderBy(order, value, id)} ${limitTo(filter.limit + 1)}
    ) AS found ON true LEFT JOIN public_claim AS c ON c.claim_id = found.id
    ${orderBy(order, sql`found.value`, sql`found.id`)}`;
}

/** The claims in their order, past those that do not match. */
export function walkedPage(filter: Resolved<ClaimQuery>, order: Order, shape: Shape): Sql {
  const ofTopic = hasIndex(filter, order) && filter.topic.length === 1;
  const [column, own] = [
    raw(`${ofTopic ? "t" : "c"}.${order.column}`),
    raw(`${ofTopic ? "t" : "c"}.claim_id`),
  ];
  const table = ofTopic
    ? sql`public_claim_topic AS t JOIN public_claim AS c USING (claim_id)`
    : sql`public_claim AS c`;
  const conditions = ofTopic
    ? [sql`t.topic = ${filter.topic[0]}`, ...daysOf(filter, column)]
    : [...walkedConditionsOf(filter), ...bounds(filter, order)];
  return sql`SELECT ${own} AS id, ${column} AS value, ${columnsOfShape(shape)} FROM ${table}
    ${where([...conditions, ...behindCursor(order, column, own)])}
    ${orderBy(order, column, own)} ${limitTo(filter.limit + 1)}`;
}

/**
 * What a filter says of the column of the order, so that its index is read there only: claims were published when they were
 * last changed or before, and statuses have their ranks.
 */
function bounds({ to, status }: Resolved<ClaimQuery>, { column }: Order): Sql[] {
  if (column === "published_order") return daysOf({ to, from: undefined }, sql`c.published_order`);
  if (column !== "status_rank" || status.length === 0) return [];
  return [sql`c.status_rank = ANY (${status.map((one) => statusRanks[one])}::int[])`];
}
