import type { QueryResultRow } from "pg";
import { prepared } from "@/lib/db/prepared";
import { planFor } from "./conditions";
import type { Ordered, Query } from "./page-parts";
import { moreStatement } from "./page-sql";
import type { Way } from "./ways";

type Statement = { text: string; values: unknown[] };

/** The rows of a page and one more, read in one way after the other until the page is full or has all that match. */
export async function tried<Row extends QueryResultRow>(
  query: Query,
  place: Ordered,
  ways: Way[],
  statementOf: (place: Ordered) => Statement,
): Promise<Row[]> {
  let rows: Row[] = [];
  for (const way of ways) {
    const at = { ...place, ...way };
    const { text, values } = statementOf(at);
    rows = await prepared<Row>(text, values, planFor(query));
    if (rows.length > query.limit || !(await goesOn(query, at))) break;
  }
  return rows;
}

/** Whether a page that is not full may be so because only a part of the claims was looked through. */
export async function goesOn(query: Query, place: Ordered): Promise<boolean> {
  if (place.reach !== "near") return false;
  const { text, values } = moreStatement(query, place);
  const [row] = await prepared<{ more: boolean }>(text, values, planFor(query));
  return row?.more ?? false;
}
