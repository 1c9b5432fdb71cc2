import { z } from "zod";
import {
  type ClaimQuery,
  claimQuerySchema,
  type FacetView,
  facetSearchParam,
  MAX_FACET_SEARCH,
  MAX_QUERY_LENGTH,
  searchableFacets,
} from "@/lib/public/claims/filters";

/** The query parameters of a page, as Next passes them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The parsed query parameters of the claim table. */
export type ParsedTableQuery = {
  query: ClaimQuery;
  /** The names of the invalid parameters, which are left out. */
  ignored: string[];
  /** The whole typed search if it was too long, so that only its beginning is searched for; else null. */
  typed: string | null;
};

/** Parses the query parameters of the claim table. Never throws: invalid parameters are left out. */
export function parseTableQuery({ q, ...params }: SearchParams): ParsedTableQuery {
  const [typed = ""] = [q ?? []].flat();
  if (typed.trim().length <= MAX_QUERY_LENGTH) return { ...readParams({ ...params, q }), typed: null };
  const beginning = typed
    .trim()
    .slice(0, MAX_QUERY_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, "");
  return { ...readParams({ ...params, q: beginning }), typed };
}

function readParams(params: SearchParams): Omit<ParsedTableQuery, "typed"> {
  const first = claimQuerySchema.safeParse(params);
  if (first.success) return { query: first.data, ignored: [] };
  const ignored = [...new Set(first.error.issues.map(({ path }) => String(path[0])))];
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !ignored.includes(name)));
  return { query: claimQuerySchema.parse(rest), ignored };
}

const facetSearchSchema = z.string().trim().max(MAX_FACET_SEARCH).optional().catch(undefined);

/** Parses which facet is expanded and what is searched for in each; invalid parameters are left out. */
export function readFacetView(params: SearchParams): FacetView {
  const find = Object.fromEntries(
    searchableFacets.map((facet) => [facet, facetSearchSchema.parse(params[facetSearchParam(facet)])]),
  );
  return { more: z.enum(searchableFacets).optional().catch(undefined).parse(params.more), find };
}
