import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Search } from "../search/terms";
import type { Count } from "./count";

/** A page of the claim table. `next` and `previous` are cursors, null at either end. */
export type Page<Row> = Count & {
  rows: Row[];
  next: string | null;
  previous: string | null;
  /** What was typed, as it was looked up; null where nothing was. */
  search: Search | null;
  /** Where no claim has all that was typed, those that share most of it. */
  similar: Row[];
};

const shapes = {
  document: sql`c.document`,
  row: sql`c.shown`,
  record: sql`c.record_head, c.record_tail`,
};

/** What a page has of each claim: its document, what the table shows of it, or its record in two halves. */
export type Shape = keyof typeof shapes;

/** The columns of `public_claim AS c` that a shape is made of. */
export function columnsOfShape(shape: Shape): Sql {
  return shapes[shape];
}
