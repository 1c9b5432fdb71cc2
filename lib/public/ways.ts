import { type Facet, facetsOf, isSpan, valuesOf } from "./conditions";
import { type KeptCount, keptCounts, mostPassing } from "./kept-counts";
import { type Found, foundSifting, foundWith, type Likely, likelyOf, likelyPassing } from "./likely";
import { daysTogether, type Edges, edgesOf, isAhead } from "./order-bounds";
import type { Ordered, Query } from "./page-parts";
import type { Search } from "./search";
import { likelyReaches, lookedThrough, RANKED, type Reach, reachesOf } from "./search-sql";
import { type Stretch, stretchesOf } from "./stretches";

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
  /** The part of the order that is read, where the page is likely to be in it. */
  stretch?: Stretch;
  /** Whether more claims are there than a search that is sifted looks through; `total` is then of these. */
  cut?: boolean;
};

/** So many claims that match are read at once, of which a page is looked for: less than twenty times what it shows. */
const READ_WHOLE = 900;

/**
 * What to try for a page, until it is full. Under several facets, or in a span of days that is not the order, an index
 * is walked past claims that the rest of the filter throws away. Where few claims have values of two facets, which is
 * known from the kept counts, these are looked up and sorted. Else the index of the facet that fewest claims pass is
 * walked, where less is likely to be read so than all that match; for a while only, as those that are asked for may all
 * stand at its other end. Only the index of one value is walked so: of several, one could be read to its end before the
 * others. They are merged where that is likely to read least. Where all of that is likely to read too much, what matches in
 * ever longer stretches of the order is looked up and sorted.
 */
export async function waysOf(query: Query, place: Ordered): Promise<Way[]> {
  const { search, article } = query;
  if (article && !search) return [{}];
  const inOrder = daysTogether(query, place.column);
  if (!search && facetsOf(query).length < 2 && inOrder) return [{}];

  const counts = await keptCounts(query);
  if (mostPassing(counts) <= (search ? RANKED : READ_WHOLE))
    return [{ reach: "all", few: true, counted: "intersected" }];
  const likely = await likelyOf({ ...query, search: null }, counts);
  if (search) return waysOfSearch({ ...query, search }, place, likely, counts);
  const { driver, found: counted, intersected: few, ...expected } = likely;
  const together = inOrder || isAhead(query, place);
  const walk = { most: expected.matching, claims: together ? expected.among : expected.claims };
  const whole = Math.min(expected.passing, expected.among);
  const merged = inOrder ? mergedOf(query, counts) : undefined;
  const unmerged = Math.min(lookedThrough(walk), whole);
  const stretched = await throughStretches(
    query,
    place,
    likely,
    Math.min(unmerged, merged?.looked ?? unmerged),
  );
  if (stretched.length > 0) return [...stretched, { reach: "all", driver, counted, few }];
  if (merged && merged.looked < unmerged) {
    const edges = await edgesOf(query, merged.facet, place);
    return [{ driver: merged.facet, counted: few ? "intersected" : "chosen", edges }];
  }
  return reaching(likelyReaches({ ...walk, whole }), query, place, { driver, counted, few });
}

/**
 * As {@link waysOf}, of a search. Where it is sifted, nothing is tried after the next claims: a page has what is there.
 */
async function waysOfSearch(
  query: Query & { search: Search },
  place: Ordered,
  likely: Likely,
  counts: KeptCount[],
): Promise<Way[]> {
  const { search, article } = query;
  if (search.sifted && !article) {
    const { found: counted, near, cut } = foundSifting(search, likely, counts);
    const way = { driver: likely.driver, counted, few: counted === "intersected", cut };
    return reaching([near ? "near" : "all"], query, place, way);
  }
  const counted = article ? "chosen" : foundWith(search, likely);
  const reaches = reachesOf(search);
  const driver = reaches.includes("near") ? likely.driver : undefined;
  return reaching(reaches, query, place, { driver, counted, few: counted === "intersected" });
}

/** So many claims are read as they come, rather than looked up in stretches. */
const READ_AS_THEY_COME = 700;
/** To read a claim takes as long as so many entries of the index that intersects facets. */
const ENTRIES = 10;

/** The ways through stretches of the order, where these are likely to read less than `least` claims, and no more entries. */
async function throughStretches(
  query: Query,
  place: Ordered,
  { driver, found: counted, matching, passing, among, claims }: Likely,
  least: number,
): Promise<Way[]> {
  const intersects = driver === "topic" || facetsOf(query).length > 1;
  const entries = intersects ? passing : Math.min(passing, among);
  if (least <= READ_AS_THEY_COME || entries > ENTRIES * least) return [];
  const edges = await edgesOf(query, undefined, place);
  const together = daysTogether(query, place.column) || isAhead(query, place);
  const share = isSpan(query) && together ? among / claims : 1;
  const stretches = await stretchesOf(query, place, { matching, share, edges });
  if ((stretches[0]?.matching ?? least) >= least) return [];
  return stretches.map((stretch) => ({ reach: "all", driver, counted, stretch }));
}

/** The ways of these reaches; a walk begins and ends at the edges. */
async function reaching(
  reaches: Array<Reach | undefined>,
  query: Query,
  place: Ordered,
  way: Way,
): Promise<Way[]> {
  const edges = reaches.includes("near") ? await edgesOf(query, way.driver, place) : undefined;
  return reaches.map((reach) => ({ ...way, reach, ...(reach === "near" && { edges }) }));
}

/** The facet of which several values are asked for whose merge is likely to look through fewest claims until a page is full. */
function mergedOf(query: Query, counts: KeptCount[]) {
  return counts
    .filter(({ facet, within }) => !within && valuesOf(query, facet).length > 1)
    .map((count) => {
      const most = likelyPassing(counts, count);
      const claims = valuesOf(query, count.facet).length * count.claims;
      return { facet: count.facet, looked: lookedThrough({ most, claims }) };
    })
    .sort((a, b) => a.looked - b.looked)[0];
}
