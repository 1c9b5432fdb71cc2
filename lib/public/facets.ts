import { prepared } from "@/lib/db/prepared";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { type Status, statuses } from "@/lib/verdicts/schema";
import { facetsOf, isSpan, type ListFilter, listFilters, planFor, type Sought, sought } from "./conditions";
import { COUNTED_FOR_FACETS, type Expected, type FacetSource, facetsStatement, sourceOf } from "./facets-sql";
import type { ClaimFilter } from "./filters";
import { type KeptCount, keptCounts } from "./kept-counts";
import { foundSifting, foundWith, likelyOf } from "./likely";

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
};

/** Where so many claims are likely to match, they are not looked through to learn that they are more than is counted. */
const SURELY_MORE = 4 * COUNTED_FOR_FACETS;

type Row = { facet: ListFilter; value: string; count: number; scanned: number; names: unknown };

/**
 * The facets of the table: statuses in their own order, of the others the 20 with most claims. What is selected is
 * always among it, with a count of zero where the other filters leave nothing.
 */
export async function listFacets(asked: ClaimFilter): Promise<Facets> {
  const filter = await sought(asked);
  const likely = await likelyWithout(filter);
  const isCrowded = (name: ListFilter) => (likely[name]?.matching ?? 0) > SURELY_MORE;
  const rows = await read(filter, (name) => (isCrowded(name) ? "all" : sourceOf(filter, name)), likely);
  const overrun = listFilters.filter((name) =>
    rows.some(({ facet, scanned }) => facet === name && scanned > COUNTED_FOR_FACETS),
  );
  const general =
    overrun.length > 0 ? await read(filter, (name) => (overrun.includes(name) ? "all" : null), {}) : [];
  const offered = (name: ListFilter): Named[] =>
    (overrun.includes(name) ? general : rows)
      // An unnamed claimant is nothing to filter by.
      .filter(({ facet, value }) => facet === name && value !== "")
      .map(({ value, count, names }) => ({
        value,
        names: localizedSchema.parse(names ?? {}),
        count: overrun.includes(name) || isCrowded(name) ? null : count,
      }));
  const plain = (name: ListFilter) => offered(name).map(({ value, count }) => ({ value, count }));
  const byStatus = new Map(plain("status").map(({ value, count }) => [value, count]));
  return {
    status: statuses.flatMap((value) => {
      const count = byStatus.get(value);
      return count === undefined ? [] : [{ value, count }];
    }),
    topic: offered("topic"),
    claimant: offered("claimant"),
    publisher: plain("publisher"),
  };
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

async function read(
  filter: Sought,
  source: (name: ListFilter) => FacetSource | null,
  likely: Partial<Record<ListFilter, Expected>>,
): Promise<Row[]> {
  const { text, values } = facetsStatement(filter, source, likely);
  return prepared<Row>(text, values, planFor(filter));
}
