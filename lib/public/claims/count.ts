import { query } from "@/lib/platform/db/query";
import { join, limitTo, type Sql, sql } from "@/lib/platform/db/sql";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { type Facet, facetsOf, fromMatching, isSpan, type Resolved, valuesOf } from "./where";

/**
 * Up to so many claims are counted, selected and sorted: it takes tens of milliseconds. Of more claims, a page is found by
 * walking an order past those that do not match, which are few then.
 */
export const COUNT_LIMIT = 10_000;

/** How many claims match; where it is not `exact`, there are more than `total`. */
export type Count = { total: number; exact: boolean };

/**
 * Counts the claims that match: as publications stored it for one facet, or up to {@link COUNT_LIMIT}. Throws `unavailable`
 * (reason `too_slow`).
 */
export async function countClaims(filter: Resolved): Promise<Count> {
  const known = await knownCount(filter);
  if (known) return known;
  const [row] = await query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}) AS matching`,
    "custom",
  );
  return limited(row?.total ?? 0);
}

/** What is known of the count without counting: a stored count, or that more than {@link COUNT_LIMIT} claims match. */
export async function knownCount(filter: Resolved): Promise<Count | null> {
  const stored = storedFacet(filter);
  if (stored) return { total: await storedCount(stored), exact: true };
  return (await isCertainlyMany(filter)) ? MANY : null;
}

const MANY: Count = { total: COUNT_LIMIT, exact: false };

/**
 * The two statements of a page: `selected` selects all claims that match, up to {@link COUNT_LIMIT} and one more, and tells in
 * `matching` how many these are, in one row at least, whose `id` is null where the page is empty; it has no page where
 * they are more. `walked` reads the index of the order and filters.
 */
type PageStatements = { selected: Sql; walked: Sql };

/** Reads a page by the one rule: the claims that match are selected where they are few, or else the order is walked. */
export async function readByCount<Row extends { id: string }>(
  filter: Resolved,
  { selected, walked }: PageStatements,
): Promise<{ found: Row[]; count: Count }> {
  const known = await knownCount(filter);
  if (known === null || isFew(known)) {
    const rows = await query<Row & { matching: number }>(selected, "custom");
    const count = limited(rows[0]?.matching ?? 0);
    if (isFew(count)) return { found: rows.filter(({ id }) => id !== null), count };
  }
  return { found: await query<Row>(walked, "custom"), count: known ?? MANY };
}

/** Whether so few claims match that all of them are selected. */
export function isFew({ total, exact }: Count): boolean {
  return exact && total <= COUNT_LIMIT;
}

/** What was counted up to one more than {@link COUNT_LIMIT}. */
function limited(counted: number): Count {
  return { total: Math.min(counted, COUNT_LIMIT), exact: counted <= COUNT_LIMIT };
}

/** A facet, or an article, or all claims, with the values whose counts add up. */
type Stored = { facet: Facet | "article" | "all"; values: string[] };

/** What the stored counts say of a filter; null where they say nothing, as of two facets at once. */
function storedFacet(filter: Resolved): Stored | null {
  const { article, search } = filter;
  const [facet, ...others] = facetsOf(filter);
  if (search || isSpan(filter) || others.length > 0 || (article && facet)) return null;
  if (article) return { facet: "article", values: [article] };
  if (!facet) return { facet: "all", values: [""] };
  const values = valuesOf(filter, facet);
  // A claim has several topics: the counts of two of them don't add up.
  return facet === "topic" && values.length > 1 ? null : { facet, values };
}

async function storedCount({ facet, values }: Stored): Promise<number> {
  const [row] = await query<{ total: number }>(
    sql`SELECT coalesce(sum(count), 0)::int AS total FROM public_count WHERE facet = ${facet} AND value = ANY (${values}::text[])`,
  );
  return row?.total ?? 0;
}

/** So many claims outside of the days that are asked for are counted, by their index alone. */
const OUTSIDE_LIMIT = 10 * COUNT_LIMIT;

/**
 * Whether more than {@link COUNT_LIMIT} claims match for certain, by what is known of each part of the filter: of N claims, at
 * least `a + b - N` are among two sets of `a` and `b` (Fréchet's inequality). Nothing is known of a search that is more
 * than one word, and little of days in the middle.
 */
async function isCertainlyMany(filter: Resolved): Promise<boolean> {
  const { search } = filter;
  if (filter.article || !(search || isSpan(filter)) || (search && search.atLeast <= COUNT_LIMIT))
    return false;
  const facets = facetsOf(filter).map((facet) => ({ facet, values: valuesOf(filter, facet) }));
  if (facets.some(({ facet, values }) => facet === "topic" && values.length > 1)) return false;
  const [all = 0, ...sizes] = await Promise.all(
    [{ facet: "all" as const, values: [""] }, ...facets].map(storedCount),
  );
  const missed = [...sizes, search?.atLeast ?? all].reduce((sum, size) => sum + all - size, 0);
  const room = all - missed - COUNT_LIMIT;
  if (room <= 0 || !isSpan(filter)) return room > 0;
  const limit = Math.min(room, OUTSIDE_LIMIT);
  return (await countOutside(filter, limit)) < limit;
}

/** How many claims were last changed before or after the days that are asked for, counted up to a limit. */
async function countOutside({ from, to }: Resolved, limit: number): Promise<number> {
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
