import type { QueryResultRow } from "pg";
import { type Plan, prepared } from "@/lib/db/prepared";
import { planFor } from "./conditions";
import type { Ordered, Query } from "./page-parts";
import { moreStatement } from "./page-sql";
import type { Way } from "./ways";

type Statement = { text: string; values: unknown[] };

/**
 * The rows of a page and one more, read in one way after the other until the page is full or has all that match: what each way
 * found. The statements of all ways but the first are asked for with `again`.
 */
export async function tried<Row extends QueryResultRow>(
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
    if (rows.length > query.limit || !(await goesOn(query, at))) break;
  }
  return tries;
}

/** How long the plan of a page is good for: which index a stretch is looked up in depends on its length. */
export function planOf(query: Query, { stretch }: Ordered): Plan {
  return stretch ? "anew" : planFor(query);
}

/** Whether a page that is not full may be so because only a part of the claims was looked through. */
export async function goesOn(query: Query, place: Ordered): Promise<boolean> {
  if (place.stretch) return true;
  if (place.reach !== "near") return false;
  const { text, values } = moreStatement(query, place);
  const [row] = await prepared<{ more: boolean }>(text, values, planFor(query));
  return row?.more ?? false;
}
