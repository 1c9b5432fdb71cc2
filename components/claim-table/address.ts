import { z } from "zod";
import type { FacetView } from "@/lib/public/claims/facets";
import {
  type ClaimQuery,
  claimQuerySchema,
  MOST_TYPED,
  type Sort,
  type SortKey,
  usualSort,
} from "@/lib/public/claims/filters";
import { type LongFacet, longFacets } from "@/lib/public/claims/names";

/** In characters, of a name. */
export const MOST_FOUND_BY = 100;

export type SearchParams = Record<string, string | string[] | undefined>;

export type ReadTableQuery = {
  query: ClaimQuery;
  /** The names of the parameters that could not be read and are left out. */
  ignored: string[];
  /** All that was typed, where only its beginning is searched for; else null. */
  typed: string | null;
};

/** The table's query of an address. */
export function readTableQuery({ q, ...params }: SearchParams): ReadTableQuery {
  const [typed = ""] = [q ?? []].flat();
  if (typed.trim().length <= MOST_TYPED) return { ...readParams({ ...params, q }), typed: null };
  const beginning = typed
    .trim()
    .slice(0, MOST_TYPED)
    .replace(/[\uD800-\uDBFF]$/, "");
  return { ...readParams({ ...params, q: beginning }), typed };
}

function readParams(params: SearchParams): Omit<ReadTableQuery, "typed"> {
  const first = claimQuerySchema.safeParse(params);
  if (first.success) return { query: first.data, ignored: [] };
  const ignored = [...new Set(first.error.issues.map(({ path }) => String(path[0])))];
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !ignored.includes(name)));
  return { query: claimQuerySchema.parse(rest), ignored };
}

/** The parameter with what is looked for among a facet's values. */
export function findName(facet: LongFacet): string {
  return `find-${facet}`;
}

const finding = z.string().trim().max(MOST_FOUND_BY).optional().catch(undefined);

/** The facet that the address shows at length, and what it looks for in each; what cannot be read is left out. */
export function readFacetView(params: SearchParams): FacetView {
  const find = Object.fromEntries(longFacets.map((facet) => [facet, finding.parse(params[findName(facet)])]));
  return { more: z.enum(longFacets).optional().catch(undefined).parse(params.more), find };
}

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
