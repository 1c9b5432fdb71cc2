import { AppError } from "@/lib/errors";
import { query } from "@/lib/platform/db/query";
import { join, limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { statuses } from "@/lib/record/vocabulary";
import { COUNT_LIMIT, type Count, isFew, knownCount } from "./count";
import {
  type Facets,
  type FacetView,
  type LongFacet,
  longFacets,
  type Offered,
  type OfferedName,
} from "./filters";
import { shownNames, valuesNamed } from "./names";
import { fromMatching, isNarrowed, type Resolved, valuesOf } from "./where";

const columns = { status: "status", topic: "topics", claimant: "claimant_key", publisher: "publisher" };
type OfferedFacet = keyof typeof columns;
const offeredFacets = Object.keys(columns) as OfferedFacet[];

const OFFERED = 20;
/** Of what is looked for, or asked for at length. Who looks for another value has to name it. */
const OFFERED_AT_LENGTH = 200;

/**
 * How many values of a facet are offered besides those that are selected, and among which, where not among all; and whether
 * they are counted among the claims that match without the facet.
 */
type Offer = {
  facet: OfferedFacet;
  selected: string[];
  most: number;
  among: string[] | undefined;
  isCounted: boolean;
};
/** A value with its count, as it was counted among the matching claims or stored; `matching` is up to how many were counted. */
type Row = { facet: OfferedFacet; value: string; count: number; matching: number | null };

/**
 * The facets of the table: statuses in their own order, of the others the 20 with most claims, or as many as the view
 * asks for. What is selected is always among it, with a count of zero where the other filters leave nothing. `count` is
 * that of the filter's claims; null where they are not to be counted, as where that takes too long.
 */
export async function listFacets(
  filter: Resolved,
  count: Count | null,
  view: FacetView = {},
): Promise<Facets> {
  const named = await valuesNamed(view.find);
  const offers = await Promise.all(
    offeredFacets.map(async (facet): Promise<Offer> => {
      const among = named[facet as LongFacet];
      const most = among || view.more === facet ? OFFERED_AT_LENGTH : OFFERED;
      const isCounted = await isCountable(filter, facet, count);
      return { facet, selected: valuesOf(filter, facet), most, among, isCounted };
    }),
  );
  const rows = await query<Row>(facetsStatement(filter, offers), "custom").catch((error) => {
    if (count === null || !(error instanceof AppError) || error.reason !== "too_slow") throw error;
    const stored = offers.map((offer) => ({ ...offer, isCounted: false }));
    return query<Row>(facetsStatement(filter, stored), "custom");
  });
  const lists = new Map(offers.map((offer) => [offer.facet, valuesIn(rows, offer, filter)]));
  const offered = (facet: OfferedFacet) => chosenFirst(lists.get(facet) ?? [], offers, facet);
  const byStatus = new Map(offered("status").map(({ value, count }) => [value, count]));
  return {
    status: statuses.flatMap((value) => {
      const count = byStatus.get(value);
      return count === undefined ? [] : [{ value, count }];
    }),
    topic: await withNames("topic", offered("topic")),
    claimant: await withNames("claimant", offered("claimant")),
    publisher: offered("publisher"),
    more: longFacets.filter((facet) => {
      const most = offers.find((offer) => offer.facet === facet)?.most ?? 0;
      return (lists.get(facet)?.length ?? 0) > most;
    }),
  };
}

/** Whether a facet can be counted: where few claims match, and also without what is selected of it, as far as is known. */
async function isCountable(filter: Resolved, facet: OfferedFacet, count: Count | null): Promise<boolean> {
  const others = withoutFacet(filter, facet);
  if (count === null || !isFew(count) || !isNarrowed(others)) return false;
  const known = valuesOf(filter, facet).length > 0 ? await knownCount(others) : null;
  return known === null || isFew(known);
}

/** The values of a facet: those counted among the matching claims, or else the stored ones, which tell no number then. */
function valuesIn(rows: Row[], { facet, selected, among }: Offer, filter: Resolved): Offered[] {
  const own = rows.filter((row) => row.facet === facet);
  const counted = own.filter(({ matching }) => matching !== null);
  const isCounted = counted.length > 0 && counted.every(({ matching }) => (matching ?? 0) <= COUNT_LIMIT);
  const isStored = !isNarrowed(withoutFacet(filter, facet));
  const isOffered = ({ value }: Row) => selected.includes(value) || (among?.includes(value) ?? true);
  return (isCounted ? counted : own.filter(({ matching }) => matching === null))
    .filter(isOffered)
    .map(({ value, count }) => ({ value, count: isCounted || isStored ? count : null }));
}

/** As many values as are offered: first what is selected, then those of most claims; in the order that they came in. */
function chosenFirst(values: Offered[], offers: Offer[], facet: OfferedFacet): Offered[] {
  const { selected, most } = offers.find((offer) => offer.facet === facet) as Offer;
  const isSelected = ({ value }: Offered) => selected.includes(value);
  const room = Math.max(0, most - values.filter(isSelected).length);
  const others = new Set(values.filter((value) => !isSelected(value)).slice(0, room));
  return values.filter((value) => isSelected(value) || others.has(value));
}

async function withNames(facet: "claimant" | "topic", values: Offered[]): Promise<OfferedName[]> {
  const names = await shownNames(
    facet,
    values.map(({ value }) => value),
  );
  return values.map(({ value, count }) => ({ value, names: names.get(value) ?? {}, count }));
}

const withoutFacet = (filter: Resolved, facet: OfferedFacet): Resolved => ({ ...filter, [facet]: [] });

/** One statement for all facets, the values of each with most claims first and one more than is offered. */
function facetsStatement(filter: Resolved, offers: Offer[]): Sql {
  const tables = new Map<string, Sql>();
  const parts = offers.flatMap((offer) => {
    const { facet, selected, isCounted } = offer;
    const others = withoutFacet(filter, facet);
    const stored = storedPart(offer);
    if (!isCounted) return [stored];
    const table = selected.length > 0 ? `matching_${facet}` : "matching";
    tables.set(
      table,
      sql`${raw(table)} AS MATERIALIZED (SELECT c.status, c.topics, c.claimant_key, c.publisher
      ${fromMatching(others)} ${limitTo(COUNT_LIMIT + 1)})`,
    );
    const counted = countedPart(offer, raw(table));
    return selected.length > 0 ? [counted, stored] : [counted];
  });
  const ctes = tables.size > 0 ? sql`WITH ${join([...tables.values()], ", ")}` : sql``;
  return sql`${ctes} SELECT offered.* FROM (${join(parts, " UNION ALL ")}) AS offered (facet, value, count, matching)
    ORDER BY offered.facet, offered.count DESC, offered.value`;
}

/** The values with most claims of all, and what is selected. */
function storedPart({ facet, selected, most, among }: Offer): Sql {
  return sql`(SELECT ${facet}::text, candidate.value, coalesce(stored.count, 0)::int, NULL::int FROM (
      (SELECT value FROM public_count WHERE facet = ${facet} AND ${isOffered(sql`value`, among)}
        ORDER BY count DESC, value ${limitTo(most + 1)})
      UNION SELECT unnest(${selected}::text[])
    ) AS candidate LEFT JOIN public_count AS stored ON stored.facet = ${facet} AND stored.value = candidate.value)`;
}

/** The values that the matching claims have, those looked for first, and what is selected; a row at least. */
function countedPart({ facet, selected, most, among }: Offer, table: Sql): Sql {
  const column = raw(columns[facet]);
  const value = facet === "topic" ? sql`unnest(${column})` : column;
  const sought = among ? sql`${isOffered(sql`value`, among)} DESC,` : sql``;
  return sql`(SELECT ${facet}::text, value, sum(one)::int, (SELECT count(*)::int FROM ${table}) FROM (
      SELECT ${value} AS value, 1 AS one FROM ${table}
      UNION ALL SELECT unnest(${selected}::text[]), 0
    ) AS single
    WHERE value <> '' GROUP BY value
    ORDER BY min(one), ${sought} sum(one) DESC, value ${limitTo(Math.max(most, selected.length) + 1)})`;
}

/** An unnamed claimant is nothing to filter by. */
function isOffered(value: Sql, among: string[] | undefined): Sql {
  return among ? sql`${value} = ANY (${among}::text[])` : sql`${value} <> ''`;
}
