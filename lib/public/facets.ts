import { prepared } from "@/lib/db/prepared";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { type Status, statuses } from "@/lib/verdicts/schema";
import { type ListFilter, listFilters, planFor, type Sought, sought } from "./conditions";
import { COUNTED_FOR_FACETS, type FacetSource, facetsStatement, sourceOf } from "./facets-sql";
import type { ClaimFilter } from "./filters";
import { type KeptCount, keptCounts } from "./kept-counts";

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

type Row = { facet: ListFilter; value: string; count: number; scanned: number; names: unknown };

/**
 * The facets of the table: statuses in their own order, of the others the 20 with most claims. What is selected is
 * always among it, with a count of zero where the other filters leave nothing.
 */
export async function listFacets(asked: ClaimFilter): Promise<Facets> {
  const filter = await sought(asked);
  const looked = listFilters.some((name) => sourceOf(filter, name) === "claims");
  const counts = looked ? await keptCounts(filter) : [];
  const rows = await read(filter, (name) => sourceOf(filter, name), counts);
  const crowded = listFilters.filter((name) =>
    rows.some(({ facet, scanned }) => facet === name && scanned > COUNTED_FOR_FACETS),
  );
  const general =
    crowded.length > 0 ? await read(filter, (name) => (crowded.includes(name) ? "all" : null), []) : [];
  const offered = (name: ListFilter): Named[] => {
    const isCrowded = crowded.includes(name);
    return (isCrowded ? general : rows)
      .filter(({ facet }) => facet === name)
      .map(({ value, count, names }) => ({
        value,
        names: localizedSchema.parse(names ?? {}),
        count: isCrowded ? null : count,
      }));
  };
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

async function read(
  filter: Sought,
  source: (name: ListFilter) => FacetSource | null,
  counts: KeptCount[],
): Promise<Row[]> {
  const { text, values } = facetsStatement(filter, source, counts);
  return prepared<Row>(text, values, planFor(filter));
}
