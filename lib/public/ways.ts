import { prepared } from "@/lib/db/prepared";
import { type Facet, facetsOf, type Sought, valuesOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import type { Place } from "./orders";
import { Parameters } from "./parameters";
import { likelyReaches, RANKED, type Reach, reachesOf } from "./search-sql";
import { keptSql, totalSql } from "./totals";

/** How a page is read: the facet whose index is walked (else the usual one), and how far. */
export type Way = { driver?: Facet; reach?: Reach };

/** The facet that an order is of: all claims that have its value stand together there, before or behind all others. */
const ordered: Record<string, Facet | undefined> = {
  status_rank: "status",
  claimant_en: "claimant",
  claimant_ar: "claimant",
  publisher_order: "publisher",
};

/**
 * What to try for a page, until it is full. Under several facets, or in a span of days that is not the order, an index
 * is walked past claims that the rest of the filter throws away. Where few claims have values of two facets, which is
 * known from the kept counts, these are looked up and sorted. Else the index of the facet that fewest claims pass is
 * walked, for a while only: those that are asked for may all stand at its other end.
 */
export async function waysOf(query: Sought<ClaimQuery>, place: Place): Promise<Way[]> {
  if (query.search) return reachesOf(query.search).map((reach) => ({ reach }));
  if (query.article) return [{}];
  const facets = facetsOf(query);
  if (facets.length > 1) {
    const { alone, fewest } = await keptCounts(query, facets);
    if (fewest <= RANKED) return [{ reach: "all" }];
    const driver = alone.find(({ facet }) => facet === ordered[place.column]) ?? alone[0];
    return driver ? walked(query, driver.facet, fewest, driver.claims) : [{}];
  }
  const spanned = (query.from || query.to) && place.column !== "updated_at";
  if (!spanned) return [{}];
  const { among, claims } = await spanCounts(query, facets[0] ?? "all");
  return walked(query, facets[0], among, claims);
}

/** Only the index of one value is walked for a while: of several, one could be read to its end before the others. */
function walked(query: Sought<ClaimQuery>, driver: Facet | undefined, most: number, claims: number): Way[] {
  if (driver && valuesOf(query, driver).length > 1) return [{ driver }];
  return likelyReaches({ most, claims }).map((reach) => (driver ? { driver, reach } : { reach }));
}

type Counted = { facet: Facet; within: Facet | null; claims: number };

/** How many claims have a value of each facet, the fewest first, and how many at most have values of two of them. */
async function keptCounts(query: Sought<ClaimQuery>, facets: Facet[]) {
  const parameters = new Parameters();
  const pairs = facets.flatMap((facet, place) => [
    { facet, within: null },
    ...facets.slice(place + 1).map((within) => ({ facet, within })),
  ]);
  const counts = pairs.map(({ facet, within }) => {
    const kept = {
      facet,
      values: valuesOf(query, facet),
      within: within ?? "",
      withinValues: within ? valuesOf(query, within) : [""],
    };
    return `(${parameters.add(facet)}::text, ${parameters.add(within)}::text, ${keptSql(kept, parameters)})`;
  });
  const rows = await prepared<Counted>(
    `SELECT * FROM (VALUES ${counts.join(", ")}) AS counted (facet, within, claims) ORDER BY claims`,
    parameters.values,
  );
  return {
    alone: rows.filter(({ within }) => within === null),
    fewest: rows.find(({ within }) => within !== null)?.claims ?? 0,
  };
}

/** How many claims are of the days that are asked for, as far as they are counted, and how many of any day. */
async function spanCounts(query: Sought<ClaimQuery>, facet: Facet | "all") {
  const parameters = new Parameters();
  const values = facet === "all" ? [""] : valuesOf(query, facet);
  const ofAnyDay = keptSql({ facet, values, within: "", withinValues: [""] }, parameters);
  const [row] = await prepared<{ among: number; claims: number }>(
    `SELECT ${totalSql(query, parameters)} AS among, ${ofAnyDay} AS claims`,
    parameters.values,
  );
  return row ?? { among: 0, claims: 0 };
}
