import { type Facets, listFacets } from "@/lib/public/facets";
import { type ClaimQuery, claimFilterSchema } from "@/lib/public/filters";

type NamedFacet = Facets["topic"];

/**
 * What the filters offer under the query. What is selected in them is always among it, with a count of zero where
 * the other filters leave nothing: a search that finds nothing must not lose the filters beside it.
 */
export async function listFacetsWithSelected(query: ClaimQuery): Promise<Facets> {
  const facets = await listFacets(query);
  const lacks = (key: "topic" | "claimant") =>
    query[key].some((value) => facets[key].every((offered) => offered.value !== value));
  const all = lacks("topic") || lacks("claimant") ? await listFacets(claimFilterSchema.parse({})) : facets;
  const named = (key: "topic" | "claimant"): NamedFacet => [
    ...facets[key],
    ...missing(facets[key], query[key]).map((value) => ({
      value,
      names: all[key].find((offered) => offered.value === value)?.names ?? {},
      count: 0,
    })),
  ];
  return {
    status: [...facets.status, ...missing(facets.status, query.status).map((value) => ({ value, count: 0 }))],
    topic: named("topic"),
    claimant: named("claimant"),
    publisher: [
      ...facets.publisher,
      ...missing(facets.publisher, query.publisher).map((value) => ({ value, count: 0 })),
    ],
  };
}

function missing<T extends string>(offered: Array<{ value: T }>, selected: T[]): T[] {
  return selected.filter((value) => offered.every((facet) => facet.value !== value));
}
