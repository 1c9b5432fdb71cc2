import {
  facetsOf,
  type ListFilter,
  listFilters,
  matchingClaims,
  type Sought,
  spanConditions,
  whereOf,
} from "./conditions";
import type { Parameters } from "./parameters";
import { lastChanged } from "./value-pages";
import type { Way } from "./ways";

/** Up to how many claims are counted where no count is kept, but an index holds all that is asked for. */
const COUNTED_AT_MOST = 10_000;
/** The same where each claim is looked at: for words, or for several topics or facets. */
const COUNTED_IN_ROWS = 1000;

/** What a count is kept for: the values of one filter, or of two at once. */
export type Kept = { facet: string; values: string[]; within: string; withinValues: string[] };

/**
 * The SQL of how many claims match: read from the counts that publications keep, for up to two filters, or counted up to a
 * limit.
 */
export function totalSql(filter: Sought, parameters: Parameters, { counted, driver }: Way = {}): string {
  const kept = keptTotal(filter);
  if (kept) return keptSql(kept, parameters);
  const most = mostCounted(filter) + 1;
  const matching =
    counted === "walked"
      ? lastChanged("1", filter, driver ?? null, most, parameters)
      : `SELECT FROM ${matchingFrom(filter, counted === "intersected", parameters)} LIMIT ${most}`;
  return `(SELECT count(*)::int FROM (${matching}) AS counted)`;
}

function matchingFrom(filter: Sought, few: boolean, parameters: Parameters): string {
  if (!few && ofTopic(filter)) {
    const conditions = [
      `t.topic = ${parameters.add(filter.topic[0])}`,
      ...spanConditions(filter, "t", parameters),
    ];
    return `public_claim_topic AS t ${whereOf(conditions)}`;
  }
  return matchingClaims(filter, few, parameters);
}

/** Whether the claims of one topic are asked for, and no more than some days of them. */
function ofTopic(filter: Sought): boolean {
  const { topic, article, search } = filter;
  return topic.length === 1 && facetsOf(filter).length === 1 && !article && !search;
}

/** The SQL of what a publication counted; of several topics more than there are, as a claim may have two of them. */
export function keptSql({ facet, values, within, withinValues }: Kept, parameters: Parameters): string {
  return `(SELECT coalesce(sum(count), 0)::int FROM public_count
    WHERE facet = ${parameters.typed(facet, "text", "hidden")} AND value = ANY (${parameters.typed(values, "text[]", "hidden")})
      AND within = ${parameters.typed(within, "text", "hidden")} AND within_value = ANY (${parameters.typed(withinValues, "text[]", "hidden")}))`;
}

/** What was counted, as it is told: more than is counted is no number. Of claims that were `cut` more may match. */
export function totalOf(filter: Sought, counted: number, cut = false): { total: number; exact: boolean } {
  if (counted > mostCounted(filter) && !keptTotal(filter))
    return { total: mostCounted(filter), exact: false };
  return cut ? { total: roundedBelow(counted), exact: false } : { total: counted, exact: true };
}

/** A round number that is less: there are more than so many. 0 where there may be none. */
export function roundedBelow(count: number): number {
  const step = 10 ** Math.max(0, String(count - 1).length - 2);
  return Math.max(0, Math.floor((count - 1) / step) * step);
}

function mostCounted(filter: Sought): number {
  const inRows = filter.search || facetsOf(filter).length > 1 || filter.topic.length > 1;
  return inRows ? COUNTED_IN_ROWS : COUNTED_AT_MOST;
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
