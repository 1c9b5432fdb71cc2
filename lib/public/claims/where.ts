import { type Sql, sql, where } from "@/lib/platform/db/sql";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { searchConditions } from "../search/conditions";
import { resolveSearch } from "../search/resolve";
import type { Search } from "../search/terms";
import type { ClaimFilter } from "./filters";
import { resolvePublishers } from "./public-names";

/** A filter with its search and publishers looked up; `search` is null without a query. */
export type ResolvedFilter<Filter extends ClaimFilter = ClaimFilter> = Omit<Filter, "q"> & {
  search: Search | null;
};

/** Looks up the search and the publishers of a filter. Call it once per request. */
export async function resolveFilter<Filter extends ClaimFilter>({
  q,
  ...filter
}: Filter): Promise<ResolvedFilter<Filter>> {
  const [search, publisher] = await Promise.all([
    q === undefined ? null : resolveSearch(q),
    resolvePublishers(filter.publisher),
  ]);
  return { ...filter, publisher, search };
}

/** The facets: the filters by a value that many claims share. */
export const facets = ["status", "topic", "claimant", "publisher", "language"] as const;
export type Facet = (typeof facets)[number];

const columns: Record<Facet, Sql> = {
  status: sql`c.status`,
  topic: sql`c.topics`,
  claimant: sql`c.claimant_key`,
  publisher: sql`c.publisher`,
  language: sql`c.language`,
};

/** The values of all facets of a claim; the exact expression of `public_claim_facet_values_idx`. */
const facetValues = sql`(c.topics || ARRAY['status,' || c.status, 'claimant,' || c.claimant_key, 'publisher,' || c.publisher, 'language,' || c.language])`;

/** Returns the selected values of a facet. */
export function selectedValues(filter: ResolvedFilter, facet: Facet): string[] {
  return [filter[facet] ?? []].flat();
}

/** Returns the facets with a selected value. */
export function selectedFacets(filter: ResolvedFilter): Facet[] {
  return facets.filter((facet) => selectedValues(filter, facet).length > 0);
}

/** Whether the filter has a first or last day. */
export function hasDateRange({ from, to }: ResolvedFilter): boolean {
  return from !== undefined || to !== undefined;
}

/** Whether the filter restricts anything. */
export function hasAnyFilter(filter: ResolvedFilter): boolean {
  return Boolean(
    filter.search || filter.article || hasDateRange(filter) || selectedFacets(filter).length > 0,
  );
}

/** Returns `FROM public_claim AS c WHERE …` for the claims that match. */
export function fromMatching(filter: ResolvedFilter): Sql {
  return sql`FROM public_claim AS c ${where(indexConditionsOf(filter))}`;
}

/**
 * Returns the filter as conditions on `public_claim AS c` that indexes support: a single facet by its B-tree
 * index with the time, several by the GIN index over {@link facetValues}, the search by its own. PostgreSQL
 * intersects their bitmaps.
 */
export function indexConditionsOf(filter: ResolvedFilter): Sql[] {
  const { search } = filter;
  const selected = selectedFacets(filter);
  const [only] = selected;
  const isOnlyFacet = selected.length === 1 && only && only !== "topic" && !search;
  return [
    ...(isOnlyFacet ? [columnCondition(filter, only)] : facetIndexConditions(filter, selected)),
    ...articleAndDateConditions(filter),
    ...(search ? searchConditions(search) : []),
  ];
}

/** Returns the filter as conditions on `public_claim AS c` that filter the rows of an ordered index scan. */
export function scanConditionsOf(filter: ResolvedFilter): Sql[] {
  const { search } = filter;
  return [
    ...selectedFacets(filter).map((facet) => columnCondition(filter, facet)),
    ...articleAndDateConditions(filter),
    ...(search ? searchConditions(search, "scan") : []),
  ];
}

function articleAndDateConditions(filter: ResolvedFilter): Sql[] {
  return [
    ...(filter.article ? [sql`c.article_slug = ${filter.article}`] : []),
    ...dateConditionsOf(filter, sql`c.updated_at`),
  ];
}

/** Returns the days of a filter as conditions on a time column. */
export function dateConditionsOf({ from, to }: Pick<ResolvedFilter, "from" | "to">, time: Sql): Sql[] {
  return [
    ...(from ? [sql`${time} >= ${firstInstant(from)}::timestamptz`] : []),
    ...(to ? [sql`${time} < ${instantAfter(to)}::timestamptz`] : []),
  ];
}

function facetIndexConditions(filter: ResolvedFilter, selected: Facet[]): Sql[] {
  const valueLists = selected.map((facet) =>
    selectedValues(filter, facet).map((value) => (facet === "topic" ? value : `${facet},${value}`)),
  );
  const single = valueLists.filter((values) => values.length === 1).flat();
  const several = valueLists.filter((values) => values.length > 1);
  return [
    ...(single.length > 0 ? [sql`${facetValues} @> ${single}::text[]`] : []),
    ...several.map((values) => sql`${facetValues} && ${values}::text[]`),
  ];
}

function columnCondition(filter: ResolvedFilter, facet: Facet): Sql {
  const values = selectedValues(filter, facet);
  if (facet === "topic") return sql`${columns.topic} && ${values}::text[]`;
  // Equality with one value keeps the order of the rest of an index.
  return values.length === 1
    ? sql`${columns[facet]} = ${values[0]}`
    : sql`${columns[facet]} = ANY (${values}::text[])`;
}

const formats = {
  document: sql`c.document`,
  row: sql`c.shown`,
  record: sql`c.record_head, c.record_tail`,
};

/**
 * What is read of each claim: its document, the part that a row shows, or its export record in two halves.
 */
export type RowFormat = keyof typeof formats;

/** Returns the columns of `public_claim AS c` for a format. */
export function columnsOfFormat(format: RowFormat): Sql {
  return formats[format];
}
