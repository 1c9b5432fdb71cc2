import { z } from "zod";
import {
  type ClaimQuery,
  claimQuerySchema,
  type FacetView,
  findName,
  longFacets,
  MOST_FOUND_BY,
  MOST_TYPED,
} from "@/lib/public/claims/filters";

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

const finding = z.string().trim().max(MOST_FOUND_BY).optional().catch(undefined);

/** The facet that the address shows at length, and what it looks for in each; what cannot be read is left out. */
export function readFacetView(params: SearchParams): FacetView {
  const find = Object.fromEntries(longFacets.map((facet) => [facet, finding.parse(params[findName(facet)])]));
  return { more: z.enum(longFacets).optional().catch(undefined).parse(params.more), find };
}
