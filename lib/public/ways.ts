import { type Facet, facetsOf, type Sought, valuesOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import { foundWith, type KeptCount, keptCounts, mostPassing, narrowest } from "./kept-counts";
import { type Found, likelyOf, likelyPassing } from "./likely";
import { daysTogether, type Edges, edgesOf } from "./order-bounds";
import type { Place } from "./orders";
import { likelyReaches, lookedThrough, RANKED, type Reach, reachesOf } from "./search-sql";

/** How a page is read. */
export type Way = {
  /** The facet whose index is walked; the usual one where none is named. */
  driver?: Facet;
  reach?: Reach;
  /** The index over all facets intersects the values that are asked for, before words and days are looked at. */
  few?: boolean;
  /** How those are come by that are counted, where no count is kept. */
  counted?: Found;
  /** Between which places of the order all claims stand that match, where that is known. */
  edges?: Edges;
};

/**
 * What to try for a page, until it is full. Under several facets, or in a span of days that is not the order, an index
 * is walked past claims that the rest of the filter throws away. Where few claims have values of two facets, which is
 * known from the kept counts, these are looked up and sorted. Else the index of the facet that fewest claims pass is
 * walked, where less is likely to be read so than all that match; for a while only, as those that are asked for may all
 * stand at its other end. Only the index of one value is walked so: of several, one could be read to its end before the
 * others. They are merged where that is likely to read least.
 */
export async function waysOf(query: Sought<ClaimQuery>, place: Place): Promise<Way[]> {
  const { search, article } = query;
  if (article && !search) return [{}];
  const facets = facetsOf(query);
  const inOrder = daysTogether(query, place.column);
  if (!search && facets.length < 2 && inOrder) return [{}];

  const counts = await keptCounts(query);
  if (mostPassing(counts) <= RANKED) return [{ reach: "all", few: true, counted: "intersected" }];
  if (search) {
    const driver = narrowest(query, counts)?.facet;
    return reaching(reachesOf(search), query, place, { driver, counted: foundWith(search, counts) });
  }
  const { driver, found: counted, ...likely } = await likelyOf(query, counts);
  const walk = { most: likely.matching, claims: inOrder ? likely.among : likely.claims };
  const whole = Math.min(likely.passing, likely.among);
  const merged = inOrder ? mergedOf(query, counts) : undefined;
  const few = likely.intersected;
  if (merged && merged.looked < Math.min(lookedThrough(walk), whole)) {
    const edges = await edgesOf(query, merged.facet, place);
    return [{ driver: merged.facet, counted: few ? "intersected" : "chosen", edges }];
  }
  return reaching(likelyReaches({ ...walk, whole }), query, place, { driver, counted, few });
}

/** The ways of these reaches; a walk begins and ends at the edges. */
async function reaching(
  reaches: Array<Reach | undefined>,
  query: Sought<ClaimQuery>,
  place: Place,
  way: Way,
): Promise<Way[]> {
  const edges = reaches.includes("near") ? await edgesOf(query, way.driver, place) : undefined;
  return reaches.map((reach) => ({ ...way, reach, ...(reach === "near" && { edges }) }));
}

/** The facet of which several values are asked for whose merge is likely to look through fewest claims until a page is full. */
function mergedOf(query: Sought<ClaimQuery>, counts: KeptCount[]) {
  return counts
    .filter(({ facet, within }) => !within && valuesOf(query, facet).length > 1)
    .map((count) => {
      const most = likelyPassing(counts, count);
      const claims = valuesOf(query, count.facet).length * count.claims;
      return { facet: count.facet, looked: lookedThrough({ most, claims }) };
    })
    .sort((a, b) => a.looked - b.looked)[0];
}
