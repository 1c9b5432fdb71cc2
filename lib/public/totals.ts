import { conditionsOf, type ListFilter, listFilters, type Sought, whereOf } from "./conditions";
import type { Parameters } from "./parameters";

/** Up to how many claims are counted where no count is kept. */
export const COUNTED_AT_MOST = 10_000;
/** The same where they are found by words. */
const COUNTED_WITH_WORDS = 1000;

/** What a count is kept for: the values of one filter, or of two at once. */
export type Kept = { facet: string; values: string[]; within: string; withinValues: string[] };

/**
 * The SQL of how many claims match: read from the counts that publications keep, for up to two filters, or counted up
 * to one more than {@link COUNTED_AT_MOST}.
 */
export function totalSql(filter: Sought, parameters: Parameters): string {
  const kept = keptTotal(filter);
  if (kept) return keptSql(kept, parameters);
  return `(SELECT count(*)::int FROM (SELECT FROM public_claim AS c
    ${whereOf(conditionsOf(filter, parameters))} LIMIT ${mostCounted(filter) + 1}) AS counted)`;
}

/** The SQL of what a publication counted; of several topics more than there are, as a claim may have two of them. */
export function keptSql({ facet, values, within, withinValues }: Kept, parameters: Parameters): string {
  return `(SELECT coalesce(sum(count), 0)::int FROM public_count
    WHERE facet = ${parameters.add(facet)} AND value = ANY (${parameters.add(values)}::text[])
      AND within = ${parameters.add(within)} AND within_value = ANY (${parameters.add(withinValues)}::text[]))`;
}

/** What was counted, as it is told: more than is counted is no number. */
export function totalOf(filter: Sought, counted: number): { total: number; exact: boolean } {
  const exact = counted <= mostCounted(filter) || keptTotal(filter) !== null;
  return { total: exact ? counted : mostCounted(filter), exact };
}

function mostCounted({ search }: Sought): number {
  return search ? COUNTED_WITH_WORDS : COUNTED_AT_MOST;
}

function keptTotal(filter: Sought): Kept | null {
  if (filter.search || filter.from || filter.to) return null;
  // A claim has several topics: the counts of two of them don't add up.
  if (filter.topic.length > 1) return null;
  const set = [
    ...listFilters.filter((name) => filter[name].length > 0),
    ...(["language", "article"] as const).filter((name) => filter[name]),
  ];
  // Languages and articles are not offered in the table; of articles no pairs are kept.
  if (set.length > 2 || (set.length === 2 && filter.article)) return null;
  const [facet = "all", within = ""] = set;
  return { facet, values: valuesOf(filter, facet), within, withinValues: valuesOf(filter, within) };
}

function valuesOf(filter: Sought, name: ListFilter | "language" | "article" | "all" | ""): string[] {
  if (name === "all" || name === "") return [""];
  return [filter[name] ?? []].flat();
}
