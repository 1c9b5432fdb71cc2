import type { LocaleId } from "@/lib/i18n/locales";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { statusRanks } from "../projection/status";
import { badCursor, decodeCursor, encodeCursor } from "./cursor";
import type { ClaimQuery, Sort, SortKey } from "./filters";
import type { Resolved } from "./where";

/** An order of the claims: by a column of `public_claim`, and by their ids among equals. */
export type Order = {
  column: string;
  type: "timestamptz" | "integer" | "text";
  /** How the rows are read: turned round for the page before a cursor. */
  direction: "ASC" | "DESC";
  backwards: boolean;
  /** The row behind which the page begins. */
  cursor: { value: string | number; id: string } | null;
};

/** The order, direction and cursor that a query asks for. Throws `invalid` for a cursor that is none of its order. */
export function orderOf(query: Resolved<ClaimQuery>, locale: LocaleId): Order {
  const { column, type } = isFixed(query) ? columns.updated : columnOf(query.sort, locale);
  const backwards = query.before !== undefined && query.after === undefined;
  const path = backwards ? "before" : "after";
  const text = query[path];
  const cursor = text === undefined ? null : decodeCursor(text, query.sort, path);
  if (cursor && !isOf(type, cursor.value)) throw badCursor(path);
  const downwards = query.sort.startsWith("-") || query.sort === "relevance";
  return { column, type, direction: downwards !== backwards ? "DESC" : "ASC", backwards, cursor };
}

/** The cursor of a row in an order. */
export function cursorAt(sort: Sort, { value, id }: { value: Date | string | number; id: string }): string {
  return encodeCursor(sort, { value: value instanceof Date ? value.toISOString() : value, id });
}

/** The order as SQL, for a table that has the column and the id as these. */
export function orderBy({ direction }: Order, column: Sql, id: Sql): Sql {
  return sql`ORDER BY ${column} ${raw(direction)}, ${id} ${raw(direction)}`;
}

/** The condition that a row comes behind the cursor, if there is one. */
export function behindCursor({ type, direction, cursor }: Order, column: Sql, id: Sql): Sql[] {
  if (!cursor) return [];
  const past = raw(direction === "ASC" ? ">" : "<");
  return [sql`(${column}, ${id}) ${past} (${cursor.value}::${raw(type)}, ${cursor.id}::text)`];
}

type Column = Pick<Order, "column" | "type">;

const columns = {
  updated: { column: "updated_at", type: "timestamptz" },
  published: { column: "published_order", type: "timestamptz" },
  publisher: { column: "publisher_order", type: "text" },
  rating: { column: "status_rank", type: "integer" },
  evidence: { column: "evidence_count", type: "integer" },
} as const satisfies Partial<Record<SortKey, Column>>;

function columnOf(sort: Sort, locale: LocaleId): Column {
  const key = keyOf(sort);
  if (key !== "claim" && key !== "claimant") return columns[key];
  return { column: `${key}_${locale === "ar" ? "ar" : "en"}`, type: "text" };
}

// What names no words to rank by stands in the order of the last change.
const keyOf = (sort: Sort) => (sort === "relevance" ? "updated" : (sort.replace(/^-/, "") as SortKey));

/**
 * Whether the filter leaves nothing to order by: one claimant, one publisher, one status, or nothing but claims that were
 * published last when they were changed last, or never were. They stand in the order of the last change then, which has
 * an index for each of these filters.
 */
function isFixed({ sort, claimant, publisher, status }: Resolved<ClaimQuery>): boolean {
  const key = keyOf(sort);
  if (key === "claimant") return claimant.length === 1;
  if (key === "publisher") return publisher.length === 1;
  if (key === "rating") return status.length === 1;
  if (key !== "published" || status.length === 0) return false;
  const published = status.filter((one) => statusRanks[one] >= statusRanks.retracted);
  return published.length === 0 || published.length === status.length;
}

function isOf(type: Order["type"], value: string | number): boolean {
  if (type === "integer") return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== "string" || value.includes("\0")) return false;
  return type === "text" || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)));
}
