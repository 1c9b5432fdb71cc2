import { prepared } from "@/lib/db/prepared";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { daysTogether, type Edges } from "./order-bounds";
import type { Ordered, Query } from "./page-parts";
import { Parameters } from "./parameters";

/**
 * A part of an order, both ends included: `to` is `from` or behind it, the way the page is read. So many claims are likely to
 * be `matching` in it.
 */
export type Stretch = { column: string; type: string; from: End | null; to: End; matching: number };
type End = Date | string | number;

/** So many pages of matches are expected in the first stretch, in case they are fewer there than elsewhere. */
const EXPECTED = 1.5;
/** How much longer each stretch is than the one before. */
const GROWTH = 6;

/**
 * Ever longer parts of an order from where a page begins, the first of which is likely to have the page, if the matches are
 * spread over the `share` of the order that may have any. They end at values that PostgreSQL keeps for its plans: the most
 * common ones of the column, and those between which equally many others stand. None where it has no statistics, or most of
 * the order would have to be read.
 */
export async function stretchesOf(
  query: Query,
  place: Ordered,
  { matching, share, edges }: { matching: number; share: number; edges: Edges | undefined },
): Promise<Stretch[]> {
  const first = (share * EXPECTED * query.limit) / matching;
  const shares = [first, first * GROWTH, first * GROWTH ** 2].filter((part) => part < share / 2);
  if (shares.length === 0) return [];
  const { column, type, from, starts } = beginning(query, place, edges);
  const parameters = new Parameters();
  const upwards = place.direction === "ASC";
  const begin = starts.map((value) => parameters.typed(value, type, "hidden"));
  const ahead = begin.map((value) => `bound ${upwards ? ">=" : "<="} ${value}`);
  const rows = await prepared<{ to: End; reached: number }>(
    `WITH known AS (
        SELECT histogram_bounds::text::text[] AS bounds, most_common_vals::text::text[] AS common, most_common_freqs AS shares
        FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'public_claim' AND attname = ${parameters.add(column)}
      ),
      parts AS (
        SELECT value::${type} AS bound, share::float8 FROM known, unnest(common, shares) AS one (value, share)
        UNION ALL
        SELECT bounds[nth]::${type}, (1 - coalesce((SELECT sum(one) FROM unnest(shares) AS one), 0)) / (cardinality(bounds) - 1)
        FROM known, generate_series(${upwards ? "2, cardinality(bounds)" : "1, cardinality(bounds) - 1"}) AS nth
      ),
      passed AS (
        SELECT bound, sum(share) OVER (ORDER BY bound ${place.direction}) AS share FROM parts
        WHERE ${ahead.length > 0 ? ahead.join(" AND ") : true}
      )
    SELECT DISTINCT nearest.* FROM unnest(${parameters.add(shares)}::float8[]) AS wanted (share), LATERAL (
      SELECT bound AS to, passed.share AS reached FROM passed
      WHERE passed.share >= wanted.share ORDER BY bound ${place.direction} LIMIT 1
    ) AS nearest ORDER BY reached`,
    parameters.values,
  );
  return rows.map(({ to, reached }) => ({
    column,
    type,
    from,
    to,
    matching: (matching * Math.min(1, reached)) / share,
  }));
}

/** The column in whose order the claims of a page stand, from where these are read, and all before which none of them is. */
function beginning(query: Query, { column, type, direction, cursor }: Ordered, edges: Edges | undefined) {
  if (edges && edges.first.valueOf() === edges.last.valueOf()) {
    const from = cursor?.id ?? null;
    return { column: "claim_id", type: "text", from, starts: from === null ? [] : [from] };
  }
  const edge = direction === "ASC" ? edges?.first : edges?.last;
  const day = dayAhead(query, column, direction);
  const starts = [cursor?.value, day, edge].filter((start) => start !== undefined);
  return {
    column,
    type,
    from: cursor?.value ?? day ?? (edge && withoutFirst(edge, direction)) ?? null,
    starts,
  };
}

/** Where the days that are asked for begin in an order of time, the way it is read. */
function dayAhead({ from, to, ...query }: Query, column: string, direction: Ordered["direction"]) {
  if (column !== "updated_at" && column !== "published_order") return undefined;
  if (direction === "DESC") return to && instantAfter(to);
  return from && daysTogether({ ...query, from }, column) ? firstInstant(from) : undefined;
}

/** Right behind what never was published. */
const PUBLISHED = new Date(1);

/** Whether nothing stands in a stretch of an order but what was published, by the time of that. */
export function isOfPublished({ column, from, to }: Stretch, direction: Ordered["direction"]): boolean {
  const first = direction === "ASC" ? from : to;
  return column === "published_order" && first !== null && new Date(first) >= PUBLISHED;
}

/**
 * The first publication as an instant that PostgreSQL judges rightly: it takes publications for spread evenly from what never
 * was published on, and a stretch that begins with the first of them for empty.
 */
function withoutFirst(edge: End, direction: Ordered["direction"]): End {
  return direction === "ASC" && edge instanceof Date && edge > PUBLISHED ? PUBLISHED : edge;
}
