import { type Plan, prepared } from "@/lib/db/prepared";
import { planFor } from "./conditions";
import type { Ordered, Query } from "./page-parts";
import type { Way } from "./ways";

type Statement = { text: string; values: unknown[] };

/** The claim at which the look for a page stopped; null, or left out, where it came to an end. */
export type Stopped = { stop_id?: string | null; stop_place?: Date | string | number };

/** A row of a page; where it is empty there is one all the same, without an id. */
type Found = Stopped & { id: string | null };

/**
 * The rows of a page and one more, read in one way after the other until the page is full or has all that match: what each way
 * found. The statements of all ways but the first are asked for with `again`.
 */
export async function tried<Row extends Found>(
  query: Query,
  place: Ordered,
  ways: Way[],
  statementOf: (place: Ordered, again: boolean) => Statement,
): Promise<Row[][]> {
  const tries: Row[][] = [];
  for (const way of ways) {
    const at = { ...place, ...way };
    const { text, values } = statementOf(at, tries.length > 0);
    const rows = await prepared<Row>(text, values, planOf(query, at));
    tries.push(rows);
    const isFull = rows.filter(({ id }) => id !== null).length > query.limit;
    if (isFull || !goesOn(rows, at)) break;
  }
  return tries;
}

/** How long the plan of a page is good for: which index a stretch is looked up in depends on its length. */
export function planOf(query: Query, { stretch }: Ordered): Plan {
  return stretch ? "anew" : planFor(query);
}

/** Whether a page that is not full may be so because only a part of the claims was looked through. */
export function goesOn(rows: Stopped[], { stretch }: Ordered): boolean {
  return stretch !== undefined || Boolean(rows[0]?.stop_id);
}
