import { query } from "@/lib/platform/db/query";
import { join, limitTo, type Sql, sql } from "@/lib/platform/db/sql";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import {
  type Facet,
  fromMatching,
  hasDateRange,
  type ResolvedFilter,
  selectedFacets,
  selectedValues,
} from "./where";

/**
 * The cap of counts. Up to this many matches are selected and sorted; with more, a page is read by an ordered
 * index scan with a filter, which then skips few rows.
 */
export const COUNT_LIMIT = 10_000;

/** A capped count: if not `exact`, more than `total` claims match. */
export type Count = { total: number; exact: boolean };

const ABOVE_LIMIT: Count = { total: COUNT_LIMIT, exact: false };

/**
 * Returns how many claims match: from the stored counts if these tell, otherwise counted up to {@link
 * COUNT_LIMIT}. Throws `unavailable` if the query times out.
 */
export async function countClaims(filter: ResolvedFilter): Promise<Count> {
  const known = await knownCount(filter);
  if (known) return known;
  const [row] = await query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}) AS matching`,
    "custom",
  );
  return cappedCount(row?.total ?? 0);
}

/**
 * Returns the count as far as stored counts tell: the sum of stored counts, or that it exceeds
 * {@link COUNT_LIMIT}; null if the matches have to be counted.
 */
export async function knownCount(filter: ResolvedFilter): Promise<Count | null> {
  const stored = storedCountsFor(filter);
  if (stored) return { total: await sumStoredCounts(stored), exact: true };
  return (await mustExceedLimit(filter)) ? ABOVE_LIMIT : null;
}

/**
 * The two statements for a page. `select` selects and counts up to {@link COUNT_LIMIT} + 1 matches; its rows have
 * their count as `matching`. It returns at least one row, whose `id` is null if the page is empty, and no page if
 * there are more matches. `scan` filters the rows of an ordered index scan.
 */
type PageStatements = { select: Sql; scan: Sql };

/** Returns the rows of a page and the capped count: small results are selected, others are scanned for. */
export async function readPageByCount<Row extends { id: string }>(
  filter: ResolvedFilter,
  { select, scan }: PageStatements,
): Promise<{ found: Row[]; count: Count }> {
  const known = await knownCount(filter);
  if (known === null || isSmallResult(known)) {
    const rows = await query<Row & { matching: number }>(select, "custom");
    const count = cappedCount(rows[0]?.matching ?? 0);
    if (isSmallResult(count)) return { found: rows.filter(({ id }) => id !== null), count };
  }
  return { found: await query<Row>(scan, "custom"), count: known ?? ABOVE_LIMIT };
}

/** Whether few enough claims match to select and sort all of them. */
export function isSmallResult({ total, exact }: Count): boolean {
  return exact && total <= COUNT_LIMIT;
}

/** Returns the capped count of rows that were counted up to {@link COUNT_LIMIT} + 1. */
function cappedCount(counted: number): Count {
  return { total: Math.min(counted, COUNT_LIMIT), exact: counted <= COUNT_LIMIT };
}

/** The rows of `public_count` whose sum is the count of a filter. */
type StoredCounts = { facet: Facet | "article" | "all"; values: string[] };

/** Returns the stored counts that add up to the count of a filter; null if none do, as for two facets. */
function storedCountsFor(filter: ResolvedFilter): StoredCounts | null {
  const { article, search } = filter;
  const [facet, ...others] = selectedFacets(filter);
  if (search || hasDateRange(filter) || others.length > 0 || (article && facet)) return null;
  if (article) return { facet: "article", values: [article] };
  if (!facet) return { facet: "all", values: [""] };
  const values = selectedValues(filter, facet);
  // A claim may have both of two topics, so their counts do not add up.
  return facet === "topic" && values.length > 1 ? null : { facet, values };
}

async function sumStoredCounts({ facet, values }: StoredCounts): Promise<number> {
  const [row] = await query<{ total: number }>(
    sql`SELECT coalesce(sum(count), 0)::int AS total FROM public_count WHERE facet = ${facet} AND value = ANY (${values}::text[])`,
  );
  return row?.total ?? 0;
}

/** The cap for claims outside of a date range, which an index-only scan counts. */
const OUTSIDE_LIMIT = 10 * COUNT_LIMIT;

/**
 * Whether more than {@link COUNT_LIMIT} claims must match, from stored counts: of N claims, two sets of a and b
 * have at least a + b - N in common (Fréchet's inequality). False if unknown: for a search of several words, and
 * for a date range with many claims outside.
 */
async function mustExceedLimit(filter: ResolvedFilter): Promise<boolean> {
  const { search } = filter;
  if (filter.article || !(search || hasDateRange(filter))) return false;
  if (search && search.minMatches <= COUNT_LIMIT) return false;
  const facets = selectedFacets(filter).map((facet) => ({ facet, values: selectedValues(filter, facet) }));
  if (facets.some(({ facet, values }) => facet === "topic" && values.length > 1)) return false;
  const [all = 0, ...sizes] = await Promise.all(
    [{ facet: "all" as const, values: [""] }, ...facets].map(sumStoredCounts),
  );
  const missing = [...sizes, search?.minMatches ?? all].reduce((sum, size) => sum + all - size, 0);
  const surplus = all - missing - COUNT_LIMIT;
  if (surplus <= 0 || !hasDateRange(filter)) return surplus > 0;
  const limit = Math.min(surplus, OUTSIDE_LIMIT);
  return (await countOutside(filter, limit)) < limit;
}

/** Returns how many claims were last changed before or after the date range, each counted up to the limit. */
async function countOutside({ from, to }: ResolvedFilter, limit: number): Promise<number> {
  const outside = (condition: Sql) => sql`(SELECT FROM public_claim WHERE ${condition} ${limitTo(limit)})`;
  const parts = [
    ...(from ? [outside(sql`updated_at < ${firstInstant(from)}::timestamptz`)] : []),
    ...(to ? [outside(sql`updated_at >= ${instantAfter(to)}::timestamptz`)] : []),
  ];
  const [row] = await query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (${join(parts, " UNION ALL ")}) AS outside`,
  );
  return row?.count ?? 0;
}
