import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { query } from "@/lib/platform/db/query";
import { limitTo, raw, type Sql, sql, where } from "@/lib/platform/db/sql";
import type { ClaimSummary, PublicClaim } from "../projection/document";
import { statusRanks } from "../projection/status";
import { hasOnlyExclusions, hasRankableWords } from "../search/conditions";
import { findSimilarClaims } from "../search/similar";
import { COUNT_LIMIT, countClaims, readPageByCount } from "./count";
import type { Page } from "./cursor";
import type { ClaimQuery } from "./filters";
import { listRankedPage } from "./ranked";
import { afterCursor, cursorAt, type Order, orderBy, orderOf } from "./sort";
import {
  columnsOfFormat,
  dateConditionsOf,
  fromMatching,
  hasAnyFilter,
  hasDateRange,
  type ResolvedFilter,
  type RowFormat,
  scanConditionsOf,
  selectedFacets,
  selectedValues,
} from "./where";

/** A page of claims with their documents. */
export type ClaimPage = Page<PublicClaim>;

/**
 * Returns a page of the claim table in the query's sort order; texts are sorted by their version in the
 * locale. Throws `invalid` for a malformed cursor or a search with exclusions only, `unavailable` if the
 * query times out.
 */
export async function listClaims(
  filter: ResolvedFilter<ClaimQuery>,
  locale: LocaleId = "en",
): Promise<ClaimPage> {
  const page = await readPage<{ document: PublicClaim }>(filter, locale, "document");
  return mapRows(page, ({ document }) => document);
}

/** As {@link listClaims}, with the part of each claim that a row of the table shows. */
export async function listRows(
  filter: ResolvedFilter<ClaimQuery>,
  locale: LocaleId = "en",
): Promise<Page<ClaimSummary>> {
  const page = await readPage<{ shown: ClaimSummary }>(filter, locale, "row");
  return mapRows(page, ({ shown }) => shown);
}

/** As {@link listClaims}, with each claim as the JSON text of its export record, of the desk at `origin`. */
export async function listRecords(filter: ResolvedFilter<ClaimQuery>, origin: string): Promise<Page<string>> {
  const page = await readPage<{ record_head: string; record_tail: string }>(filter, "en", "record");
  const address = JSON.stringify(origin).slice(1, -1);
  return mapRows(page, (row) => row.record_head + address + row.record_tail);
}

function mapRows<Stored, Row>(page: Page<Stored>, rowOf: (stored: Stored) => Row): Page<Row> {
  return { ...page, rows: page.rows.map(rowOf), similar: page.similar.map(rowOf) };
}

async function readPage<Row>(
  filter: ResolvedFilter<ClaimQuery>,
  locale: LocaleId,
  format: RowFormat,
): Promise<Page<Row>> {
  const { search } = filter;
  if (search && hasOnlyExclusions(search) && !hasAnyFilter({ ...filter, search: null })) {
    throw new AppError("invalid", ONLY_EXCLUDES, [{ path: "q", message: ONLY_EXCLUDES }], "only_excludes");
  }
  const page =
    filter.sort === "relevance" && search && hasRankableWords(search)
      ? await listRankedPage<Row>({ ...filter, search }, format)
      : await readOrderedPage<Row>(filter, locale, format);
  const isFirst = !filter.after && !filter.before;
  // The format "row" is read for suggestions, which show no similar claims.
  const needsSimilar = search && page.rows.length === 0 && isFirst && format !== "row";
  return {
    ...page,
    search,
    similar: needsSimilar ? await findSimilarClaims<Row>({ ...filter, search }, format) : [],
  };
}

const ONLY_EXCLUDES = "This search only excludes words. Add a word to search for, or a filter.";

type OrderedRow = { id: string; value: Date | string | number };

async function readOrderedPage<Row>(filter: ResolvedFilter<ClaimQuery>, locale: LocaleId, format: RowFormat) {
  const order = orderOf(filter, locale);
  const scan = orderedScanPage(filter, order, format);
  const { found, count } = isIndexed(filter, order)
    ? await Promise.all([query<OrderedRow & Row>(scan), countClaims(filter)]).then(([found, count]) => ({
        found,
        count,
      }))
    : await readPageByCount<OrderedRow & Row>(filter, {
        select: selectThenSortPage(filter, order, format),
        scan,
      });
  const more = found.length > filter.limit;
  const rows = found.slice(0, filter.limit);
  const at = (row: OrderedRow | undefined) => (row ? cursorAt(filter.sort, row) : null);
  const first = order.cursor ? at(rows[0]) : null;
  const last = more ? at(rows.at(-1)) : null;
  if (order.backwards) rows.reverse();
  const [next, previous] = order.backwards ? [first, last] : [last, first];
  return { ...count, rows, next, previous };
}

/** Whether an index has the matching claims in this order, so that a scan skips no rows. */
function isIndexed(filter: ResolvedFilter<ClaimQuery>, { column }: Order): boolean {
  if (filter.search || filter.article) return false;
  const [facet, ...others] = selectedFacets(filter);
  if (!facet) return !hasDateRange(filter) || column === "updated_at";
  return column === "updated_at" && others.length === 0 && selectedValues(filter, facet).length === 1;
}

const [id, value] = [sql`page.id`, sql`page.value`];

/**
 * Returns the statement that selects all matches, counts them, and sorts them if they are few enough
 * ({@link readPageByCount}). MATERIALIZED, or PostgreSQL may scan along the order.
 */
export function selectThenSortPage(filter: ResolvedFilter<ClaimQuery>, order: Order, format: RowFormat): Sql {
  const isSmall = sql`counted.matching <= ${COUNT_LIMIT}::int`;
  return sql`WITH page AS MATERIALIZED (
      SELECT c.claim_id AS id, c.${raw(order.column)} AS value ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}
    ), counted AS (SELECT count(*)::int AS matching FROM page)
    SELECT counted.matching, sorted.id, sorted.value, ${columnsOfFormat(format)} FROM counted LEFT JOIN LATERAL (
      SELECT page.id, page.value FROM page ${where([isSmall, ...afterCursor(order, value, id)])}
      ${orderBy(order, value, id)} ${limitTo(filter.limit + 1)}
    ) AS sorted ON true LEFT JOIN public_claim AS c ON c.claim_id = sorted.id
    ${orderBy(order, sql`sorted.value`, sql`sorted.id`)}`;
}

/** Returns the statement that reads a page by an ordered index scan with a filter. */
export function orderedScanPage(filter: ResolvedFilter<ClaimQuery>, order: Order, format: RowFormat): Sql {
  const ofTopic = isIndexed(filter, order) && filter.topic.length === 1;
  const [column, own] = [
    raw(`${ofTopic ? "t" : "c"}.${order.column}`),
    raw(`${ofTopic ? "t" : "c"}.claim_id`),
  ];
  const table = ofTopic
    ? sql`public_claim_topic AS t JOIN public_claim AS c USING (claim_id)`
    : sql`public_claim AS c`;
  const conditions = ofTopic
    ? [sql`t.topic = ${filter.topic[0]}`, ...dateConditionsOf(filter, column)]
    : [...scanConditionsOf(filter), ...scanBounds(filter, order)];
  return sql`SELECT ${own} AS id, ${column} AS value, ${columnsOfFormat(format)} FROM ${table}
    ${where([...conditions, ...afterCursor(order, column, own)])}
    ${orderBy(order, column, own)} ${limitTo(filter.limit + 1)}`;
}

/**
 * Bounds a scan by what the filter implies for the column of the order: no claim was published after its last
 * update, and a status has its rank.
 */
function scanBounds({ to, status }: ResolvedFilter<ClaimQuery>, { column }: Order): Sql[] {
  if (column === "published_order") return dateConditionsOf({ to, from: undefined }, sql`c.published_order`);
  if (column !== "status_rank" || status.length === 0) return [];
  return [sql`c.status_rank = ANY (${status.map((one) => statusRanks[one])}::int[])`];
}
