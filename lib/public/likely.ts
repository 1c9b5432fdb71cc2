import { prepared } from "@/lib/db/prepared";
import { type Facet, facetsOf, isSpan, noFacets, planFor, type Sought, valuesOf } from "./conditions";
import { type KeptCount, mostPassing, narrowest } from "./kept-counts";
import { Parameters } from "./parameters";
import type { Search } from "./search";
import { LOOKED_THROUGH, RANKED } from "./search-sql";
import { keptSql, totalOf, totalSql } from "./totals";

/**
 * How the first thousand claims that match are come by: walking the index of the driver, intersecting all facets in their
 * index, or as PostgreSQL chooses.
 */
export type Found = "walked" | "intersected" | "chosen";

/** What the kept counts let expect of a filter's facets and days, where no words and no article are asked for. */
export type Likely = {
  /** The facet of which one value is asked for that fewest claims have. */
  driver?: Facet;
  /** How many claims have it, or how many there are; Infinity where nothing was counted. */
  claims: number;
  /** How many of these are of the days that are asked for. */
  among: number;
  /** How many claims of any day pass all facets. */
  passing: number;
  /** How many of these are of the days that are asked for. */
  matching: number;
  /** Whether fewer claims pass all facets, which one index intersects, than are of the days. */
  intersected: boolean;
  found: Found;
};

/**
 * What to expect of a filter, by what is kept of it: its facets are taken to narrow the claims of the driver independently
 * of each other and of the days.
 */
export async function likelyOf(filter: Sought, counts: KeptCount[]): Promise<Likely> {
  const driver = narrowest(filter, counts);
  const ofAnyDay = driver?.claims ?? Number.POSITIVE_INFINITY;
  const { claims, among } = isSpan(filter)
    ? await claimsInDays(filter, driver?.facet)
    : { claims: ofAnyDay, among: ofAnyDay };
  const fewest = driver ?? counts.find(({ within }) => !within);
  const passing = Math.min(claims, likelyPassing(counts, fewest));
  const intersected = facetsOf(filter).length > 1 && passing <= among;
  const expected = {
    claims,
    among,
    passing,
    matching: among < claims ? (passing * among) / claims : passing,
    intersected,
  };
  return { driver: driver?.facet, ...expected, found: foundOf(expected, driver) };
}

/** Where one of so many claims of a walk or more pass, the first of them are found sooner on it than by intersecting. */
const WALKED = 4;

function foundOf(
  { claims, passing, intersected }: Omit<Likely, "driver" | "found">,
  driver: KeptCount | undefined,
): Found {
  if (intersected && (!driver || passing * WALKED <= claims)) return "intersected";
  return driver ? "walked" : "chosen";
}

/** To read a claim and look for words in it takes as long as so many entries of the index that has the words. */
const ENTRIES = 13;

/**
 * How the first thousand claims of a search within filters come to be counted: from the index of words, or by looking for words
 * in the claims of a walk or of an intersection, whichever is likely to read least. Where nothing is known of how many claims
 * have what was typed, PostgreSQL chooses, unless few are left to look at.
 */
export function foundWith({ likely: most, claims }: Search, likely: Likely): Found {
  const { driver, among, passing, matching, intersected } = likely;
  const read = (all: number) => Math.min(all, (RANKED * all) / ((matching * most) / claims));
  const walked = driver ? read(among) : Number.POSITIVE_INFINITY;
  const within = intersected ? passing : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(most / claims)) return within <= LOOKED_THROUGH ? "intersected" : "chosen";
  if (Math.min(walked, within) > Math.max(RANKED, most / ENTRIES)) return "chosen";
  return walked < within ? "walked" : "intersected";
}

/** How a page and a count are come by of a search that is sifted. */
type Sifting = { found: Found; near: boolean; cut: boolean };

/**
 * All claims that pass the facets or are of the days are looked at where these are no more than are looked through; else
 * those that are `near`, of the driver or of all, which is `cut` where there are more.
 */
export function foundSifting({ claims }: Search, { driver, among }: Likely, counts: KeptCount[]): Sifting {
  const isFew = (some: number) => some <= LOOKED_THROUGH;
  if (isFew(mostPassing(counts))) return { found: "intersected", near: false, cut: false };
  const cut = !isFew(Math.min(among, claims));
  const near = cut || isFew(claims);
  return { found: driver || cut ? "walked" : "chosen", near, cut };
}

/** How many claims are likely to pass all facets that were counted, if `narrowed` is one of them. */
export function likelyPassing(counts: KeptCount[], narrowed: KeptCount | undefined): number {
  if (!narrowed) return mostPassing(counts);
  const shares = counts
    .filter(({ facet, within }) => within && [facet, within].includes(narrowed.facet))
    .map(({ claims }) => claims / Math.max(1, narrowed.claims));
  const likely = shares.reduce((passing, share) => passing * Math.min(1, share), narrowed.claims);
  return Math.min(likely, mostPassing(counts));
}

/** How many claims of a driver are of any day, and of the days that are asked for; any, where more are than is counted. */
async function claimsInDays(filter: Sought, driver: Facet | undefined) {
  const alone = { ...filter, ...noFacets, ...(driver && { [driver]: filter[driver] }), search: null };
  const ofAnyDay = {
    facet: driver ?? "all",
    values: driver ? valuesOf(filter, driver) : [""],
    within: "",
    withinValues: [""],
  };
  const parameters = new Parameters();
  const [row] = await prepared<{ among: number; claims: number }>(
    `SELECT ${totalSql(alone, parameters)} AS among, ${keptSql(ofAnyDay, parameters)} AS claims`,
    parameters.values,
    planFor(alone),
  );
  const { among, claims } = row ?? { among: 0, claims: 0 };
  return { claims, among: totalOf(alone, among).exact ? among : claims };
}
