import { AppError } from "@/lib/errors";
import { query } from "@/lib/platform/db/query";
import { join, limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { statuses } from "@/lib/record/vocabulary";
import { COUNT_LIMIT, type Count, isSmallResult, knownCount } from "./count";
import {
  type Facets,
  type FacetValue,
  type FacetView,
  type NamedFacetValue,
  type SearchableFacet,
  searchableFacets,
} from "./filters";
import { findFacetValues, listPublicNames } from "./public-names";
import { fromMatching, hasAnyFilter, type ResolvedFilter, selectedValues } from "./where";

const columns = { status: "status", topic: "topics", claimant: "claimant_key", publisher: "publisher" };
type FacetName = keyof typeof columns;
const facetNames = Object.keys(columns) as FacetName[];

/** The most values of a facet. */
const MAX_VALUES = 20;
/** The most values of a facet that is searched or listed at length. */
const MAX_VALUES_AT_LENGTH = 200;

/**
 * What to list of a facet: the selected values, and up to `max` of those in `allowed`; undefined allows all.
 * `isCounted` says to count them among the claims that match the other filters.
 */
type FacetRequest = {
  facet: FacetName;
  selected: string[];
  max: number;
  allowed: string[] | undefined;
  isCounted: boolean;
};
/**
 * A value with its count. `matching` is the capped number of claims that it was counted among; null for a
 * stored count.
 */
type Row = { facet: FacetName; value: string; count: number; matching: number | null };

/**
 * Returns the facets of the table: statuses in their own order, of the others the values with most claims, 20
 * or as many as the view lists. Selected values are always included, if need be with a count of zero. `count`
 * is the count of the filter; null skips counting among the matches, which also happens if that times out.
 */
export async function listFacets(
  filter: ResolvedFilter,
  count: Count | null,
  view: FacetView = {},
): Promise<Facets> {
  const named = await findFacetValues(view.find);
  const requests = await Promise.all(
    facetNames.map(async (facet): Promise<FacetRequest> => {
      const allowed = named[facet as SearchableFacet];
      const max = allowed || view.more === facet ? MAX_VALUES_AT_LENGTH : MAX_VALUES;
      const isCounted = await isCountable(filter, facet, count);
      return { facet, selected: selectedValues(filter, facet), max, allowed, isCounted };
    }),
  );
  const rows = await query<Row>(facetsStatement(filter, requests), "custom").catch((error) => {
    if (count === null || !(error instanceof AppError) || error.reason !== "too_slow") throw error;
    const uncounted = requests.map((request) => ({ ...request, isCounted: false }));
    return query<Row>(facetsStatement(filter, uncounted), "custom");
  });
  const lists = new Map(requests.map((request) => [request.facet, valuesIn(rows, request, filter)]));
  const valuesOfFacet = (facet: FacetName) => limitValues(lists.get(facet) ?? [], requests, facet);
  const byStatus = new Map(valuesOfFacet("status").map(({ value, count }) => [value, count]));
  return {
    status: statuses.flatMap((value) => {
      const count = byStatus.get(value);
      return count === undefined ? [] : [{ value, count }];
    }),
    topic: await withNames("topic", valuesOfFacet("topic")),
    claimant: await withNames("claimant", valuesOfFacet("claimant")),
    publisher: valuesOfFacet("publisher"),
    more: searchableFacets.filter((facet) => {
      const max = requests.find((request) => request.facet === facet)?.max ?? 0;
      return (lists.get(facet)?.length ?? 0) > max;
    }),
  };
}

/**
 * Whether a facet is worth counting: few claims match, and as far as stored counts tell, few match without its
 * selected values.
 */
async function isCountable(filter: ResolvedFilter, facet: FacetName, count: Count | null): Promise<boolean> {
  const others = withoutFacet(filter, facet);
  if (count === null || !isSmallResult(count) || !hasAnyFilter(others)) return false;
  const known = selectedValues(filter, facet).length > 0 ? await knownCount(others) : null;
  return known === null || isSmallResult(known);
}

/**
 * Returns the values of a facet: those counted among the matches, or else the stored ones, without counts if
 * filtered.
 */
function valuesIn(
  rows: Row[],
  { facet, selected, allowed }: FacetRequest,
  filter: ResolvedFilter,
): FacetValue[] {
  const own = rows.filter((row) => row.facet === facet);
  const counted = own.filter(({ matching }) => matching !== null);
  const isCounted = counted.length > 0 && counted.every(({ matching }) => (matching ?? 0) <= COUNT_LIMIT);
  const isStored = !hasAnyFilter(withoutFacet(filter, facet));
  const isOffered = ({ value }: Row) => selected.includes(value) || (allowed?.includes(value) ?? true);
  return (isCounted ? counted : own.filter(({ matching }) => matching === null))
    .filter(isOffered)
    .map(({ value, count }) => ({ value, count: isCounted || isStored ? count : null }));
}

/** Returns up to the requested number of values in their order; selected ones take precedence. */
function limitValues(values: FacetValue[], requests: FacetRequest[], facet: FacetName): FacetValue[] {
  const { selected, max } = requests.find((request) => request.facet === facet) as FacetRequest;
  const isSelected = ({ value }: FacetValue) => selected.includes(value);
  const room = Math.max(0, max - values.filter(isSelected).length);
  const others = new Set(values.filter((value) => !isSelected(value)).slice(0, room));
  return values.filter((value) => isSelected(value) || others.has(value));
}

async function withNames(facet: "claimant" | "topic", values: FacetValue[]): Promise<NamedFacetValue[]> {
  const names = await listPublicNames(
    facet,
    values.map(({ value }) => value),
  );
  return values.map(({ value, count }) => ({ value, names: names.get(value) ?? {}, count }));
}

const withoutFacet = (filter: ResolvedFilter, facet: FacetName): ResolvedFilter => ({
  ...filter,
  [facet]: [],
});

/** Returns one statement for all facets: of each the values with most claims first, one more than requested. */
function facetsStatement(filter: ResolvedFilter, requests: FacetRequest[]): Sql {
  const tables = new Map<string, Sql>();
  const parts = requests.flatMap((request) => {
    const { facet, selected, isCounted } = request;
    const others = withoutFacet(filter, facet);
    const stored = storedPart(request);
    if (!isCounted) return [stored];
    const table = selected.length > 0 ? `matching_${facet}` : "matching";
    tables.set(
      table,
      sql`${raw(table)} AS MATERIALIZED (SELECT c.status, c.topics, c.claimant_key, c.publisher
      ${fromMatching(others)} ${limitTo(COUNT_LIMIT + 1)})`,
    );
    const counted = countedPart(request, raw(table));
    return selected.length > 0 ? [counted, stored] : [counted];
  });
  const ctes = tables.size > 0 ? sql`WITH ${join([...tables.values()], ", ")}` : sql``;
  return sql`${ctes} SELECT offered.* FROM (${join(parts, " UNION ALL ")}) AS offered (facet, value, count, matching)
    ORDER BY offered.facet, offered.count DESC, offered.value`;
}

/** Returns the values with the highest stored counts, and the selected values. */
function storedPart({ facet, selected, max, allowed }: FacetRequest): Sql {
  return sql`(SELECT ${facet}::text, candidate.value, coalesce(stored.count, 0)::int, NULL::int FROM (
      (SELECT value FROM public_count WHERE facet = ${facet} AND ${isOffered(sql`value`, allowed)}
        ORDER BY count DESC, value ${limitTo(max + 1)})
      UNION SELECT unnest(${selected}::text[])
    ) AS candidate LEFT JOIN public_count AS stored ON stored.facet = ${facet} AND stored.value = candidate.value)`;
}

/** Returns the values of the matches, allowed ones first, and the selected values. */
function countedPart({ facet, selected, max, allowed }: FacetRequest, table: Sql): Sql {
  const column = raw(columns[facet]);
  const value = facet === "topic" ? sql`unnest(${column})` : column;
  const allowedFirst = allowed ? sql`${isOffered(sql`value`, allowed)} DESC,` : sql``;
  return sql`(SELECT ${facet}::text, value, sum(one)::int, (SELECT count(*)::int FROM ${table}) FROM (
      SELECT ${value} AS value, 1 AS one FROM ${table}
      UNION ALL SELECT unnest(${selected}::text[]), 0
    ) AS single
    WHERE value <> '' GROUP BY value
    ORDER BY min(one), ${allowedFirst} sum(one) DESC, value ${limitTo(Math.max(max, selected.length) + 1)})`;
}

/** Returns the condition that a value may be listed; never that of an unnamed claimant. */
function isOffered(value: Sql, allowed: string[] | undefined): Sql {
  return allowed ? sql`${value} = ANY (${allowed}::text[])` : sql`${value} <> ''`;
}
