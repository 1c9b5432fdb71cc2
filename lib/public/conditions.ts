import type { Plan } from "@/lib/db/prepared";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import type { ClaimFilter } from "./filters";
import type { Parameters, Seen } from "./parameters";
import { publishersOf } from "./publishers";
import { type Search, searchOf } from "./search";
import { isEqual, searchConditions } from "./search-sql";

/** The filters that are a list of values, with the column of each. */
export const listColumns = {
  status: "status",
  topic: "topics",
  claimant: "claimant_key",
  publisher: "publisher",
} as const;
export type ListFilter = keyof typeof listColumns;
export const listFilters = Object.keys(listColumns) as ListFilter[];

/**
 * A filter with what was typed looked up; null where nothing was typed. `changedBy` is an instant in ISO 8601; claims that
 * begin as `unlike` does are left out.
 */
export type Sought<Filter extends ClaimFilter = ClaimFilter> = Omit<Filter, "q"> & {
  search: Search | null;
  changedBy?: string;
  unlike?: string | undefined;
};

/** What readers filter by that many claims share: everything but an article, words and days. */
export type Facet = ListFilter | "language";
// Those that narrow most as a rule come first; the language last, within which no counts are kept of others.
const facets: Facet[] = ["claimant", "publisher", "topic", "status", "language"];

/** The values that are asked for, of one facet. */
export function valuesOf(filter: Partial<Sought>, facet: Facet): string[] {
  return [filter[facet] ?? []].flat();
}

/** The facets of which values are asked for. */
export function facetsOf(filter: Partial<Sought>): Facet[] {
  return facets.filter((facet) => valuesOf(filter, facet).length > 0);
}

/** Whether some days are asked for. */
export function isSpan({ from, to }: Partial<Sought>): boolean {
  return from !== undefined || to !== undefined;
}

/**
 * Whether one plan is good for all values of a filter. Under several conditions, or where nothing is known of how many claims
 * have the words, which index to begin with depends on the values.
 */
export function planFor(filter: Sought): Plan {
  const { article, search } = filter;
  if (search?.sifted || search?.most === Number.POSITIVE_INFINITY) return "anew";
  const others = facetsOf(filter).length + (article ? 1 : 0);
  return others + (search || isSpan(filter) ? 1 : 0) <= 1 ? "kept" : "anew";
}

/** Looks up what was typed, if anything, and publishers with a comma, before they become conditions. */
export async function sought<Filter extends ClaimFilter>({ q, ...filter }: Filter): Promise<Sought<Filter>> {
  const [search, publisher] = await Promise.all([q === undefined ? null : searchOf(q), publishersOf(filter)]);
  return { ...filter, publisher, search };
}

/**
 * The filters as SQL conditions on `public_claim AS c`, to be joined by AND; none where nothing is filtered. Of claims that
 * are `walked` past in an order, topics are looked at in each: their index has all claims of a topic, and to read these takes
 * longer than PostgreSQL expects.
 */
export function conditionsOf(filter: Partial<Sought>, parameters: Parameters, walked = false): string[] {
  const { article, language, search } = filter;
  const others = [
    ...listFilters.flatMap((name) => {
      const values = filter[name] ?? [];
      return values.length > 0 ? [among(name, values, parameters, walked)] : [];
    }),
    ...(article ? [`c.article_slug = ${parameters.add(article)}`] : []),
    ...(language ? [`c.language = ${parameters.add(language)}`] : []),
  ];
  // Where few claims have the words, these are looked up, whatever the days are.
  const seen = search?.lookedUp && others.length === 0 ? "hidden" : "known";
  return [
    ...others,
    ...spanConditions(filter, "c", parameters, seen),
    ...(search ? searchConditions(search, parameters, seen) : []),
    ...(filter.unlike === undefined ? [] : [`NOT ${isEqual(filter.unlike, parameters)}`]),
  ];
}

/** What a filter says that asks for no days. */
export const noDays = { from: undefined, to: undefined, changedBy: undefined };

/** What a filter says that asks for no values of a facet, nor for an article. */
export const noFacets = {
  status: [],
  topic: [],
  publisher: [],
  claimant: [],
  article: undefined,
  language: undefined,
};

/** The days of a filter as conditions on a time in one of the tables that have that of the last change. */
export function spanConditions(
  { from, to, changedBy }: Pick<Partial<Sought>, "from" | "to" | "changedBy">,
  table: "c" | "t",
  parameters: Parameters,
  seen: Seen = "known",
  column = "updated_at",
): string[] {
  const instant = (value: unknown) => parameters.typed(value, "timestamptz", seen);
  return [
    ...(from ? [`${table}.${column} >= ${instant(firstInstant(from))}`] : []),
    ...(to ? [`${table}.${column} < ${instant(instantAfter(to))}`] : []),
    ...(changedBy ? [`${table}.${column} <= ${instant(changedBy)}`] : []),
  ];
}

// As the index over it has it, word for word.
const facetValues =
  "(c.topics || ARRAY['status,' || c.status, 'claimant,' || c.claimant_key, 'publisher,' || c.publisher, 'language,' || c.language])";

/**
 * The claims that match, as what follows FROM; `public_claim AS c` or a part of it. Where the facets leave `few`, these are
 * looked up in one index over the values of all facets, which intersects them, and those of the days among them, before
 * anything else is looked at: the fence keeps PostgreSQL from looking up words that many claims have.
 */
export function matchingClaims(filter: Sought, few: boolean, parameters: Parameters): string {
  if (!few) return `public_claim AS c ${whereOf(conditionsOf(filter, parameters))}`;
  const passing = [...passingFacets(filter, parameters), ...spanConditions(filter, "c", parameters)];
  const { search, article } = filter;
  const rest = conditionsOf({ search, article }, parameters);
  return `(SELECT c.ctid, c.* FROM public_claim AS c ${whereOf(passing)} OFFSET 0) AS c ${whereOf(rest)}`;
}

/** The facets of a filter as conditions on the values of all facets, over which there is one index. */
export function passingFacets(filter: Sought, parameters: Parameters): string[] {
  const wanted = facetsOf(filter).map((facet) =>
    valuesOf(filter, facet).map((value) => (facet === "topic" ? value : `${facet},${value}`)),
  );
  const single = wanted.filter((values) => values.length === 1).flat();
  const several = wanted.filter((values) => values.length > 1);
  return [
    ...(single.length > 0 ? [`${facetValues} @> ${parameters.add(single)}::text[]`] : []),
    ...several.map((values) => `${facetValues} && ${parameters.add(values)}::text[]`),
  ];
}

/** The conditions as what follows FROM; empty where there are none. */
export function whereOf(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
}

function among(name: ListFilter, values: string[], parameters: Parameters, walked: boolean): string {
  const column = `c.${listColumns[name]}`;
  if (name === "topic") return `${walked ? column : facetValues} && ${parameters.add(values)}::text[]`;
  // Equality with one value keeps the order of the rest of an index.
  return values.length === 1
    ? `${column} = ${parameters.add(values[0])}`
    : `${column} = ANY (${parameters.add(values)}::text[])`;
}
