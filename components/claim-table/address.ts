import { type ClaimQuery, type Sort, type SortKey, usualSort } from "@/lib/public/claims/filters";

const listKeys = ["status", "topic", "publisher", "claimant"] as const;
const textKeys = ["q", "article", "language", "from", "to"] as const;

/** The filters of a query as parameters of an address, without order and page. */
export function filterParams(query: Partial<ClaimQuery>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of textKeys) if (query[key]) params.set(key, query[key]);
  for (const key of listKeys) for (const value of query[key] ?? []) params.append(key, value);
  return params;
}

/** The table's address with this query. The default order and page are left out. */
export function tableHref(query: Partial<ClaimQuery>): string {
  const params = filterParams(query);
  if (query.sort && query.sort !== usualSort(query)) params.set("sort", query.sort);
  if (query.limit && query.limit !== 50) params.set("limit", String(query.limit));
  if (query.after) params.set("after", query.after);
  if (query.before) params.set("before", query.before);
  const text = params.toString();
  return text ? `/?${text}` : "/";
}

// What people want to see first: the newest, the most, the firmest; names from the beginning of the alphabet.
const downFirst: SortKey[] = ["updated", "published", "rating", "evidence"];

/** The order that a click on a column's heading leads to: round, where the table is in its order already. */
export function nextSort(current: Sort, key: SortKey): Sort {
  if (current === key) return `-${key}`;
  if (current === `-${key}`) return key;
  return downFirst.includes(key) ? `-${key}` : key;
}
