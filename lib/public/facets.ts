import { prepared } from "@/lib/db/prepared";
import type { Localized } from "@/lib/i18n/localized";
import { type Status, statuses } from "@/lib/verdicts/schema";
import { facetsOf, isSpan, type ListFilter, listFilters, planFor, type Sought, sought } from "./conditions";
import {
  COUNTED_FOR_FACETS,
  type Expected,
  type FacetSource,
  facetsStatement,
  type Offer,
  sourceOf,
} from "./facets-sql";
import type { ClaimFilter } from "./filters";
import { type KeptCount, keptCounts } from "./kept-counts";
import { foundSifting, foundWith, likelyOf } from "./likely";
import { type LongFacet, longFacets, valuesNamed } from "./named-values";
import { shownNames } from "./shown-names";

/**
 * What a filter offers: its values with how many claims each has under the other filters; null where the others leave
 * more than is counted on reading, and no count is kept for them.
 */
type Offered<Value = string> = { value: Value; count: number | null };
type Named = Offered & { names: Localized };
export type Facets = {
  status: Offered<Status>[];
  topic: Named[];
  claimant: Named[];
  publisher: Offered[];
  /** The facets that have more values than are offered. */
  more: LongFacet[];
};

/** What a reader wants to see of the filters: one of them at length, or the values with these words in their names. */
export type FacetView = { more?: LongFacet; find?: Partial<Record<LongFacet, string>> };

const OFFERED = 20;
/** Of what is looked for, or asked for at length. Who looks for another value has to name it. */
const OFFERED_AT_LENGTH = 200;

/** Where so many claims are likely to match, they are not looked through to learn that they are more than is counted. */
const SURELY_MORE = 4 * COUNTED_FOR_FACETS;

type Row = { facet: ListFilter; value: string; count: number; scanned: number };

/**
 * The facets of the table: statuses in their own order, of the others the 20 with most claims, or as many as the view
 * asks for. What is selected is always among it, with a count of zero where the other filters leave nothing.
 */
export async function listFacets(asked: ClaimFilter, view: FacetView = {}): Promise<Facets> {
  const [filter, among] = await Promise.all([sought(asked), valuesNamed(view.find)]);
  const likely = await likelyWithout(filter);
  const offer = (name: ListFilter): Offer => {
    const found = among[name as LongFacet];
    return { most: found || view.more === name ? OFFERED_AT_LENGTH : OFFERED, among: found };
  };
  const isCrowded = (name: ListFilter) => (likely[name]?.matching ?? 0) > SURELY_MORE;
  const rows = await readRows(
    filter,
    (name) => (isCrowded(name) ? "all" : sourceOf(filter, name)),
    likely,
    offer,
  );
  const overrun = listFilters.filter((name) =>
    rows.some(({ facet, scanned }) => facet === name && scanned > COUNTED_FOR_FACETS),
  );
  const general =
    overrun.length > 0
      ? await readRows(filter, (name) => (overrun.includes(name) ? "all" : null), {}, offer)
      : [];
  const read = (name: ListFilter) => {
    const all = overrun.includes(name) ? general : rows;
    const isOffered = ({ value }: Row) =>
      filter[name].some((one) => one === value) || (offer(name).among?.includes(value) ?? true);
    return all.filter((row) => row.facet === name && isOffered(row));
  };
  const plain = (name: ListFilter) =>
    chosenFirst(read(name), filter[name], offer(name).most).map(({ value, count }) => ({
      value,
      count: overrun.includes(name) || isCrowded(name) ? null : count,
    }));
  const byStatus = new Map(plain("status").map(({ value, count }) => [value, count]));
  return {
    status: statuses.flatMap((value) => {
      const count = byStatus.get(value);
      return count === undefined ? [] : [{ value, count }];
    }),
    topic: await withNames("topic", plain("topic")),
    claimant: await withNames("claimant", plain("claimant")),
    publisher: plain("publisher"),
    more: longFacets.filter((name) => read(name).length > offer(name).most),
  };
}

async function withNames(facet: "claimant" | "topic", values: Omit<Named, "names">[]): Promise<Named[]> {
  const names = await shownNames(
    facet,
    values.map(({ value }) => value),
  );
  return values.map(({ value, count }) => ({ value, names: names.get(value) ?? {}, count }));
}

/** As many values as are offered: first what is selected, then those of most claims; in the order that they came in. */
function chosenFirst(rows: Row[], selected: string[], most: number): Row[] {
  const isChosen = ({ value }: Row) => selected.includes(value);
  const room = Math.max(0, most - rows.filter(isChosen).length);
  const others = new Set(rows.filter((row) => !isChosen(row)).slice(0, room));
  return rows.filter((row) => isChosen(row) || others.has(row));
}

/** What to expect of the filter without each facet that is counted in claims; the same where nothing of it is selected. */
async function likelyWithout(filter: Sought): Promise<Partial<Record<ListFilter, Expected>>> {
  const looked = listFilters.filter((name) => sourceOf(filter, name) === "claims");
  if (looked.length === 0) return {};
  const counts = await keptCounts(filter);
  const selected = looked.filter((name) => filter[name].length > 0);
  const without = async (name: ListFilter) => {
    const others = counts.filter(({ facet, within }) => facet !== name && within !== name);
    return [name, await expectedOf({ ...filter, [name]: [] }, others)] as const;
  };
  const whole = selected.length < looked.length ? await expectedOf(filter, counts) : undefined;
  const own = await Promise.all(selected.map(without));
  return { ...Object.fromEntries(looked.map((name) => [name, whole])), ...Object.fromEntries(own) };
}

async function expectedOf(filter: Sought, counts: KeptCount[]): Promise<Expected> {
  const { search, article } = filter;
  if (!search) return article ? { found: "chosen" } : likelyOf(filter, counts);
  if (article) return { found: "chosen" };
  const isWhole = facetsOf(filter).length === 0 && !isSpan(filter);
  if (isWhole && !search.sifted) return { found: "chosen", matching: search.least };
  const likely = await likelyOf({ ...filter, search: null }, counts);
  const { driver, matching } = likely;
  if (search.sifted) {
    const { found, cut } = foundSifting(search, likely, counts);
    return { driver, found, ...(cut && { matching: Number.POSITIVE_INFINITY }) };
  }
  const share = search.likely / search.claims;
  return {
    driver,
    found: foundWith(search, likely),
    ...(Number.isFinite(share) && { matching: matching * share }),
  };
}

async function readRows(
  filter: Sought,
  source: (name: ListFilter) => FacetSource | null,
  likely: Partial<Record<ListFilter, Expected>>,
  offer: (name: ListFilter) => Offer,
): Promise<Row[]> {
  const { text, values } = facetsStatement(filter, source, likely, offer);
  return prepared<Row>(text, values, planFor(filter));
}
