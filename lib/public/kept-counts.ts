import { prepared } from "@/lib/db/prepared";
import { type Facet, facetsOf, type Sought, valuesOf } from "./conditions";
import { Parameters } from "./parameters";
import { keptSql } from "./totals";

/** How many claims at most have one of the values asked for of a facet, or of two facets at once. */
export type KeptCount = { facet: Facet; within: Facet | null; claims: number };

/**
 * What publications counted of the facets that a filter asks for, alone and in pairs, the fewest first. Nothing within an
 * article, which narrows more than any of them.
 */
export async function keptCounts(filter: Sought): Promise<KeptCount[]> {
  const facets = filter.article ? [] : facetsOf(filter);
  if (facets.length === 0) return [];
  const parameters = new Parameters();
  const pairs = facets.flatMap((facet, place) => [
    { facet, within: null },
    ...facets.slice(place + 1).map((within) => ({ facet, within })),
  ]);
  const counts = pairs.map(({ facet, within }) => {
    const kept = {
      facet,
      values: valuesOf(filter, facet),
      within: within ?? "",
      withinValues: within ? valuesOf(filter, within) : [""],
    };
    return `(${parameters.add(facet)}::text, ${parameters.add(within)}::text, ${keptSql(kept, parameters)})`;
  });
  return prepared<KeptCount>(
    `SELECT * FROM (VALUES ${counts.join(", ")}) AS counted (facet, within, claims) ORDER BY claims`,
    parameters.values,
  );
}

/** More claims than this don't pass the facets that were counted; Infinity where none were. */
export function mostPassing(counts: KeptCount[]): number {
  return counts[0]?.claims ?? Number.POSITIVE_INFINITY;
}

/** The facet of which one value is asked for that fewest claims have. */
export function narrowest(filter: Sought, counts: KeptCount[]): KeptCount | undefined {
  return counts.find(({ facet, within }) => within === null && valuesOf(filter, facet).length === 1);
}
