import { conditionsOf, type Sought, whereOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import type { Place } from "./orders";
import type { Parameters, Seen } from "./parameters";
import type { Way } from "./ways";

/** What a page answers of each claim: its document, what the table shows of it, or its record in two halves. */
export type Shape = "document" | "row" | "record";

/** The columns of `public_claim AS c` that a shape is made of. */
export const shownColumns: Record<Shape, string> = {
  document: "c.document",
  row: "c.shown",
  record: "c.record_head, c.record_tail",
};

export type Ordered = Place & Way & { type: string };
export type Query = Sought<ClaimQuery>;

/** The claims that match, within bounds of the order, in the order of an index that PostgreSQL chooses. */
export function plainPage(
  query: Partial<Sought> & { limit: number },
  place: Ordered,
  columns: string[],
  parameters: Parameters,
  bounds: string[] = [],
): string {
  const filters = [...bounds, ...conditionsOf(query, parameters)];
  const conditions = [...filters, ...beyond("c", place, parameters, filters.length > 0 ? "known" : "hidden")];
  const own = ["c.claim_id AS id", `c.${place.column} AS place`];
  return `SELECT ${[...own, ...columns].join(", ")} FROM public_claim AS c
    ${whereOf(conditions)} ${order([`c.${place.column}`, "c.claim_id"], place)} LIMIT ${query.limit + 1}`;
}

/** The columns in the direction of the place, as what follows WHERE. */
export function order(columns: string[], { direction }: Place): string {
  return `ORDER BY ${columns.map((column) => `${column} ${direction}`).join(", ")}`;
}

/**
 * The condition that a row comes behind the cursor. A hidden value is looked up before it is compared, so that PostgreSQL
 * plans for a third of the rows: of a value that many rows share it would take those behind the cursor for none.
 */
export function beyond(
  table: string,
  { column, type, direction, cursor }: Ordered,
  parameters: Parameters,
  seen: Seen = "known",
): string[] {
  if (!cursor) return [];
  const past = direction === "ASC" ? ">" : "<";
  const from = parameters.typed(cursor.value, type, seen);
  return [`(${table}.${column}, ${table}.claim_id) ${past} (${from}, ${parameters.add(cursor.id)}::text)`];
}
