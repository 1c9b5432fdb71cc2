import { prepared } from "@/lib/db/prepared";
import { type Facet, facetsOf, isSpan, planFor, type Sought, valuesOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import { intersects, keptCounts, mostPassing, narrowest } from "./kept-counts";
import type { Place } from "./orders";
import { Parameters } from "./parameters";
import { likelyReaches, RANKED, type Reach, reachesOf } from "./search-sql";
import { keptSql, totalSql } from "./totals";

/** How a page is read. */
export type Way = {
  /** The facet whose index is walked; the usual one where none is named. */
  driver?: Facet;
  reach?: Reach;
  /** The index over all facets intersects the values that are asked for, before words and days are looked at. */
  few?: boolean;
};

/** The facet that an order is of: all claims that have its value stand together there, before or behind all others. */
const ordered: Record<string, Facet | undefined> = {
  claimant_en: "claimant",
  claimant_ar: "claimant",
  publisher_order: "publisher",
};

/**
 * What to try for a page, until it is full. Under several facets, or in a span of days that is not the order, an index
 * is walked past claims that the rest of the filter throws away. Where few claims have values of two facets, which is
 * known from the kept counts, these are looked up and sorted. Else the index of the facet that fewest claims pass is
 * walked, for a while only: those that are asked for may all stand at its other end. Only the index of one value is walked:
 * of several, one could be read to its end before the others.
 */
export async function waysOf(query: Sought<ClaimQuery>, place: Place): Promise<Way[]> {
  const { search, article } = query;
  if (article && !search) return [{}];
  const facets = facetsOf(query);
  if (search || facets.length > 1) return waysWithin(query, place);
  const [facet] = facets;
  const spanned = isSpan(query) && place.column !== "updated_at";
  if (!spanned || (facet && valuesOf(query, facet).length > 1)) return [{}];
  const { among, claims } = await spanCounts(query, facet ?? "all");
  return likelyReaches({ most: among, claims }).map((reach) => ({ ...driven(facet), reach }));
}

/** The ways of a search, and of several facets. */
async function waysWithin(query: Sought<ClaimQuery>, place: Place): Promise<Way[]> {
  const counts = await keptCounts(query);
  const most = mostPassing(counts);
  if (most <= RANKED) return [{ reach: "all", few: true }];
  const ofOrder = counts.find(({ facet, within }) => !within && facet === ordered[place.column]);
  const driver = (ofOrder && narrowest(query, [ofOrder])) ?? narrowest(query, counts);
  if (query.search) return reachesOf(query.search).map((reach) => ({ ...driven(driver?.facet), reach }));
  const few = intersects(query, counts);
  if (!driver) return [{ few }];
  return likelyReaches({ most, claims: driver.claims }).map((reach) => ({
    ...driven(driver.facet),
    reach,
    few: few || (reach === "all" && !isSpan(query)),
  }));
}

function driven(driver: Facet | undefined): Way {
  return driver ? { driver } : {};
}

/** How many claims are of the days that are asked for, as far as they are counted, and how many of any day. */
async function spanCounts(query: Sought<ClaimQuery>, facet: Facet | "all") {
  const parameters = new Parameters();
  const values = facet === "all" ? [""] : valuesOf(query, facet);
  const ofAnyDay = keptSql({ facet, values, within: "", withinValues: [""] }, parameters);
  const [row] = await prepared<{ among: number; claims: number }>(
    `SELECT ${totalSql(query, parameters)} AS among, ${ofAnyDay} AS claims`,
    parameters.values,
    planFor(query),
  );
  return row ?? { among: 0, claims: 0 };
}
