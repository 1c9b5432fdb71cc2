import { type ClaimQuery, defaultSort, type Sort, type SortKey } from "@/lib/public/claims/filters";

const listKeys = ["status", "topic", "publisher", "claimant"] as const;
const textKeys = ["q", "article", "language", "from", "to"] as const;

/** Returns the filters of a query as URL parameters, without sort and page. */
export function filterParams(query: Partial<ClaimQuery>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of textKeys) if (query[key]) params.set(key, query[key]);
  for (const key of listKeys) for (const value of query[key] ?? []) params.append(key, value);
  return params;
}

/** Returns the table's path with this query; defaults are left out. */
export function tableHref(query: Partial<ClaimQuery>): string {
  const params = filterParams(query);
  if (query.sort && query.sort !== defaultSort(query)) params.set("sort", query.sort);
  if (query.limit && query.limit !== 50) params.set("limit", String(query.limit));
  if (query.after) params.set("after", query.after);
  if (query.before) params.set("before", query.before);
  const text = params.toString();
  return text ? `/?${text}` : "/";
}

// Sorted in descending order at the first click.
const descendingFirst: SortKey[] = ["updated", "published", "rating", "evidence"];

/**
 * Returns the sort of a column's heading link: the reverse where the table is sorted by the column already.
 */
export function nextSort(current: Sort, key: SortKey): Sort {
  if (current === key) return `-${key}`;
  if (current === `-${key}`) return key;
  return descendingFirst.includes(key) ? `-${key}` : key;
}
