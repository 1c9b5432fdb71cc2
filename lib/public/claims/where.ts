import { type Sql, sql, where } from "@/lib/platform/db/sql";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { searchConditions } from "../search/conditions";
import { resolveSearch } from "../search/resolve";
import type { Search } from "../search/terms";
import type { ClaimFilter } from "./filters";
import { publishersOf } from "./names";

/** A filter whose words and publishers were looked up, once a request; `search` is null where nothing was typed. */
export type Resolved<Filter extends ClaimFilter = ClaimFilter> = Omit<Filter, "q"> & {
  search: Search | null;
};

/** Looks up the words and publishers of a filter, once a request. */
export async function resolveFilter<Filter extends ClaimFilter>({
  q,
  ...filter
}: Filter): Promise<Resolved<Filter>> {
  const [search, publisher] = await Promise.all([
    q === undefined ? null : resolveSearch(q),
    publishersOf(filter.publisher),
  ]);
  return { ...filter, publisher, search };
}

/** What readers filter by that many claims share: everything but an article, words and days. */
export const facets = ["status", "topic", "claimant", "publisher", "language"] as const;
export type Facet = (typeof facets)[number];

const columns: Record<Facet, Sql> = {
  status: sql`c.status`,
  topic: sql`c.topics`,
  claimant: sql`c.claimant_key`,
  publisher: sql`c.publisher`,
  language: sql`c.language`,
};

/** The values of all facets of a claim, word for word as `public_claim_facet_values_idx` has them. */
const facetValues = sql`(c.topics || ARRAY['status,' || c.status, 'claimant,' || c.claimant_key, 'publisher,' || c.publisher, 'language,' || c.language])`;

/** The values that are asked for of one facet. */
export function valuesOf(filter: Resolved, facet: Facet): string[] {
  return [filter[facet] ?? []].flat();
}

/** The facets of which values are asked for. */
export function facetsOf(filter: Resolved): Facet[] {
  return facets.filter((facet) => valuesOf(filter, facet).length > 0);
}

/** Whether some days are asked for. */
export function isSpan({ from, to }: Resolved): boolean {
  return from !== undefined || to !== undefined;
}

/** Whether a filter asks for anything. */
export function isNarrowed(filter: Resolved): boolean {
  return Boolean(filter.search || filter.article || isSpan(filter) || facetsOf(filter).length > 0);
}

/** The claims that match, for a statement that selects them: `FROM public_claim AS c WHERE …`. */
export function fromMatching(filter: Resolved): Sql {
  return sql`FROM public_claim AS c ${where(conditionsOf(filter))}`;
}

/**
 * The filter as conditions on `public_claim AS c` that PostgreSQL has indexes for: one facet by itself, which has one with
 * the time, several in the one over {@link facetValues}, words and the rest in theirs. It intersects what they hold.
 */
export function conditionsOf(filter: Resolved): Sql[] {
  const { search } = filter;
  const asked = facetsOf(filter);
  const [only] = asked;
  const isAlone = asked.length === 1 && only && only !== "topic" && !search;
  return [
    ...(isAlone ? [amongColumn(filter, only)] : inFacetValues(filter, asked)),
    ...restOf(filter),
    ...(search ? searchConditions(search) : []),
  ];
}

/** The filter as conditions that are looked at in each claim, on the way through an order. */
export function walkedConditionsOf(filter: Resolved): Sql[] {
  const { search } = filter;
  return [
    ...facetsOf(filter).map((facet) => amongColumn(filter, facet)),
    ...restOf(filter),
    ...(search ? searchConditions(search, "walked") : []),
  ];
}

function restOf(filter: Resolved): Sql[] {
  return [
    ...(filter.article ? [sql`c.article_slug = ${filter.article}`] : []),
    ...daysOf(filter, sql`c.updated_at`),
  ];
}

/** The days of a filter as conditions on a time. */
export function daysOf({ from, to }: Pick<Resolved, "from" | "to">, time: Sql): Sql[] {
  return [
    ...(from ? [sql`${time} >= ${firstInstant(from)}::timestamptz`] : []),
    ...(to ? [sql`${time} < ${instantAfter(to)}::timestamptz`] : []),
  ];
}

function inFacetValues(filter: Resolved, asked: Facet[]): Sql[] {
  const wanted = asked.map((facet) =>
    valuesOf(filter, facet).map((value) => (facet === "topic" ? value : `${facet},${value}`)),
  );
  const single = wanted.filter((values) => values.length === 1).flat();
  const several = wanted.filter((values) => values.length > 1);
  return [
    ...(single.length > 0 ? [sql`${facetValues} @> ${single}::text[]`] : []),
    ...several.map((values) => sql`${facetValues} && ${values}::text[]`),
  ];
}

function amongColumn(filter: Resolved, facet: Facet): Sql {
  const values = valuesOf(filter, facet);
  if (facet === "topic") return sql`${columns.topic} && ${values}::text[]`;
  // Equality with one value keeps the order of the rest of an index.
  return values.length === 1
    ? sql`${columns[facet]} = ${values[0]}`
    : sql`${columns[facet]} = ANY (${values}::text[])`;
}

const shapes = {
  document: sql`c.document`,
  row: sql`c.shown`,
  record: sql`c.record_head, c.record_tail`,
};

/** What a page has of each claim: its document, what the table shows of it, or its record in two halves. */
export type Shape = keyof typeof shapes;

/** The columns of `public_claim AS c` that a shape is made of. */
export function columnsOfShape(shape: Shape): Sql {
  return shapes[shape];
}
