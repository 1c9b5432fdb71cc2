import { prepared } from "@/lib/db/prepared";
import { type Facet, isSpan, noDays, type Sought, spanConditions, valuesOf } from "./conditions";
import type { Place } from "./orders";
import type { Ordered } from "./page-parts";
import { Parameters } from "./parameters";
import { statusRanks } from "./status";
import { pageOfValue, tableOf } from "./value-walk";

/** The facet whose values stand together in an order, or at one end of it. */
const facetOfOrder: Record<string, Facet | undefined> = {
  claimant_en: "claimant",
  claimant_ar: "claimant",
  publisher_order: "publisher",
  status_rank: "status",
  published_order: "status",
  evidence_count: "status",
};

/** Whether the days that are asked for, if any, stand together in an order. */
export function daysTogether(filter: Sought, column: string): boolean {
  if (!isSpan(filter) || column === "updated_at") return true;
  return column === "published_order" && arePublished(filter);
}

/**
 * Whether the claims of the days that are asked for stand together from where an order begins: what was published, the last
 * first, where what never was comes behind.
 */
export function isAhead(filter: Sought, { column, direction, cursor }: Place): boolean {
  return isSpan(filter) && column === "published_order" && direction === "DESC" && cursor === null;
}

/** The filter without its days, where {@link orderBounds} says them of an order. */
export function withoutBounds<Filter extends Sought>(filter: Filter, column: string): Filter {
  return column === "published_order" && arePublished(filter) ? { ...filter, ...noDays } : filter;
}

/** The first and the last place in an order of the claims that have a value. */
export type Edges = { first: Date | string | number; last: Date | string | number };

/**
 * Looks up between which places all claims stand that have the values that are asked for of the facet of an order.
 * Undefined where the order is of none, or of that whose index is walked.
 */
export async function edgesOf(
  filter: Sought,
  driver: Facet | undefined,
  { column }: Place,
): Promise<Edges | undefined> {
  const facet = facetOfOrder[column];
  const values = facet && facet !== driver ? valuesOf(filter, facet) : [];
  if (!facet || values.length === 0) return undefined;
  const parameters = new Parameters();
  const chosen = `unnest(${parameters.typed(values, "text[]", "hidden")}) AS chosen (value)`;
  const edge = (aggregate: string, direction: Place["direction"]) => {
    const one = pageOfValue({
      columns: `${tableOf(facet)}.${column} AS place`,
      driver: facet,
      value: "chosen.value",
      rest: { limit: 0 },
      bounds: [],
      place: { column, direction, cursor: null, backwards: false, type: "" },
      parameters,
    });
    return `(SELECT ${aggregate}(edge.place) FROM ${chosen} CROSS JOIN LATERAL (${one}) AS edge)`;
  };
  const [edges] = await prepared<Edges>(
    `SELECT ${edge("min", "ASC")} AS first, ${edge("max", "DESC")} AS last`,
    parameters.values,
  );
  return edges?.first === null ? undefined : edges;
}

/**
 * Where an order begins and ends for a filter, as SQL conditions on its column in the index of `driver` or that of the order
 * alone: at its edges, and at the days of what was published.
 */
export function orderBounds(
  filter: Sought,
  driver: Facet | null,
  { column, type, edges }: Ordered,
  parameters: Parameters,
): string[] {
  const table = driver ? tableOf(driver) : "c";
  const at = `${table}.${column}`;
  return [
    ...(edges
      ? [
          `${at} >= ${parameters.typed(edges.first, type, "known")}`,
          `${at} <= ${parameters.typed(edges.last, type, "known")}`,
        ]
      : []),
    // What was published was last changed then (`public_claim_published_order_check`); what never was stands before all days.
    ...(column === "published_order"
      ? spanConditions(arePublished(filter) ? filter : { to: filter.to }, table, parameters, "known", column)
      : []),
  ];
}

/** Whether only claims that have been published are asked for. */
function arePublished({ status }: Sought): boolean {
  return status.length > 0 && status.every((one) => statusRanks[one] >= statusRanks.retracted);
}
