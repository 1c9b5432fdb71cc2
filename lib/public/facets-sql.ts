import { type ListFilter, listColumns, listFilters, matchingClaims, type Sought } from "./conditions";
import type { Likely } from "./likely";
import { Parameters } from "./parameters";
import { lastChanged } from "./value-pages";

/** Up to how many claims are looked through for counts that are not kept. */
export const COUNTED_FOR_FACETS = 1000;

/** How many values of a facet are offered, what is selected included, and among which, where not among all. */
export type Offer = { most: number; among?: string[] };

/**
 * Where the counts of a facet come from: those kept for the whole table, those kept within the values of one other
 * filter, or the matching claims themselves.
 */
export type FacetSource = "all" | { within: ListFilter | "language"; values: string[] } | "claims";

/** What is known of a filter before its claims are looked through. */
export type Expected = Pick<Likely, "driver" | "found"> & Partial<Pick<Likely, "matching">>;

/** The source of a facet's counts under the other filters of a query. */
export function sourceOf(filter: Sought, facet: ListFilter): FacetSource {
  if (filter.search || filter.from || filter.to || filter.article) return "claims";
  const others = [
    ...listFilters.filter((name) => name !== facet && filter[name].length > 0),
    ...(filter.language ? (["language"] as const) : []),
  ];
  const [within, ...more] = others;
  if (!within) return "all";
  const values = [filter[within] ?? []].flat();
  // A claim has several topics: the counts within two of them don't add up.
  return more.length > 0 || (within === "topic" && values.length > 1) ? "claims" : { within, values };
}

/**
 * One statement for the facets that `source` names a source for: value, count, names, the most first, with one value more
 * than is offered where there are more. `likely` is what to expect of the filter without a facet, where claims are looked through.
 */
export function facetsStatement(
  filter: Sought,
  source: (facet: ListFilter) => FacetSource | null,
  likely: Partial<Record<ListFilter, Expected>>,
  offer: (facet: ListFilter) => Offer,
) {
  const parameters = new Parameters();
  const tables = new Map<string, string>();
  const parts = listFilters.flatMap((facet) => {
    const from = source(facet);
    if (!from) return [];
    if (from !== "claims") return [`(${keptPart(facet, from, filter[facet], offer(facet), parameters)})`];
    // Facets of which nothing is selected are counted in the same claims.
    const table = filter[facet].length > 0 ? `hit_${facet}` : "hit";
    if (!tables.has(table))
      tables.set(table, hits(table, { ...filter, [facet]: [] }, likely[facet], parameters));
    return [`(${countedPart(facet, table, filter[facet], offer(facet), parameters)})`];
  });
  const text = `${tables.size > 0 ? `WITH ${[...tables.values()].join(", ")}` : ""}
    SELECT offered.* FROM (${parts.join(" UNION ALL ")}) AS offered (facet, value, count, scanned)
    ORDER BY offered.facet, offered.count DESC, offered.value`;
  return { text, values: parameters.values };
}

/** The values with most claims within each of the others' values, and what is selected, each with its whole count. */
function keptPart(
  facet: ListFilter,
  source: Exclude<FacetSource, "claims">,
  selected: string[],
  { most, among }: Offer,
  parameters: Parameters,
): string {
  const [within, values] = source === "all" ? ["", [""]] : [source.within, source.values];
  const chosen = `${parameters.add(values)}::text[]`;
  const kept = `kept.facet = '${facet}' AND kept.within = '${within}'`;
  const passing = isAmong("kept.value", among, parameters);
  return `SELECT '${facet}', candidate.value, coalesce(sum(own.count), 0)::int AS count, 0
    FROM (
      SELECT most.value FROM unnest(${chosen}) AS chosen (value) CROSS JOIN LATERAL (
        SELECT kept.value FROM public_count AS kept WHERE ${kept} AND kept.within_value = chosen.value AND ${passing}
        ORDER BY kept.count DESC, kept.value LIMIT ${most + 1}
      ) AS most
      UNION SELECT unnest(${parameters.add(selected)}::text[])
    ) AS candidate LEFT JOIN LATERAL (
      SELECT kept.count FROM unnest(${chosen}) AS chosen (value) JOIN public_count AS kept
        ON ${kept} AND kept.within_value = chosen.value AND kept.value = candidate.value
    ) AS own ON true
    GROUP BY candidate.value`;
}

/** The claims that match, with what facets are counted of: one more than is counted tells that there are more. */
function hits(table: string, filter: Sought, likely: Expected | undefined, parameters: Parameters): string {
  const columns = Object.values(listColumns)
    .map((column) => `c.${column}`)
    .join(", ");
  const most = COUNTED_FOR_FACETS + 1;
  const matching =
    likely?.found === "walked" && likely.driver
      ? lastChanged(columns, filter, likely.driver, most, parameters)
      : `SELECT ${columns} FROM ${matchingClaims(filter, likely?.found === "intersected", parameters)} LIMIT ${most}`;
  return `${table} AS MATERIALIZED (${matching})`;
}

/**
 * The values of the claims that were hit, and what is selected; `scanned` tells whether it was all, so that there is a
 * row even where none of the values is among those looked for, which come first.
 */
function countedPart(
  facet: ListFilter,
  table: string,
  selected: string[],
  { most, among }: Offer,
  parameters: Parameters,
): string {
  const column = listColumns[facet];
  return `SELECT '${facet}', value, sum(one)::int AS count, (SELECT count(*)::int FROM ${table}) FROM (
      SELECT ${facet === "topic" ? `unnest(${column})` : column} AS value, 1 AS one FROM ${table}
      UNION ALL SELECT unnest(${parameters.add(selected)}::text[]), 0
    ) AS single
    WHERE value <> ''
    GROUP BY value ORDER BY min(one), ${among ? `${isAmong("value", among, parameters)} DESC, ` : ""}sum(one) DESC, value LIMIT ${parameters.add(Math.max(most, selected.length) + 1)}`;
}

/** An unnamed claimant is nothing to filter by. */
function isAmong(column: string, among: string[] | undefined, parameters: Parameters): string {
  return among ? `${column} = ANY (${parameters.add(among)}::text[])` : `${column} <> ''`;
}
