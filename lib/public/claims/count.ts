import { query } from "@/lib/platform/db/query";
import { limitTo, sql } from "@/lib/platform/db/sql";
import { type Facet, facetsOf, fromMatching, isSpan, type Resolved, valuesOf } from "./where";

/**
 * Up to so many claims are counted, selected and sorted: it takes tens of milliseconds. Of more claims, a page is found by
 * walking an order past those that do not match, which are few then.
 */
export const COUNT_LIMIT = 10_000;

/** How many claims match; where it is not `exact`, there are more than `total`. */
export type Count = { total: number; exact: boolean };

/** Counts the claims that match: as publications stored it for one facet, or up to {@link COUNT_LIMIT}. */
export async function countClaims(filter: Resolved): Promise<Count> {
  const { search } = filter;
  const stored = storedFacet(filter);
  if (stored) return { total: await storedCount(stored), exact: true };
  const isWhole = facetsOf(filter).length === 0 && !isSpan(filter) && !filter.article;
  if (search && isWhole && search.atLeast > COUNT_LIMIT) return { total: COUNT_LIMIT, exact: false };
  const [row] = await query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT ${fromMatching(filter)} ${limitTo(COUNT_LIMIT + 1)}) AS matching`,
    "custom",
  );
  return limited(row?.total ?? 0);
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
