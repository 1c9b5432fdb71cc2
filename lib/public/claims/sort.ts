import type { LocaleId } from "@/lib/i18n/locales";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { statusRanks } from "../projection/status";
import { decodeCursor, encodeCursor, invalidCursorError } from "./cursor";
import type { ClaimQuery, Sort, SortKey } from "./filters";
import type { ResolvedFilter } from "./where";

/** A sort order of the claims: by a column of `public_claim`, then by id. */
export type Order = {
  column: string;
  type: "timestamptz" | "integer" | "text";
  /** The direction in which rows are read: reversed for the page before a cursor. */
  direction: "ASC" | "DESC";
  backwards: boolean;
  /** The row after which the page begins. */
  cursor: { value: string | number; id: string } | null;
};

/** Returns the sort order and cursor of a query. Throws `invalid` for a cursor of another order. */
export function orderOf(query: ResolvedFilter<ClaimQuery>, locale: LocaleId): Order {
  const { column, type } = isSortIrrelevant(query) ? columns.updated : columnOf(query.sort, locale);
  const backwards = query.before !== undefined && query.after === undefined;
  const path = backwards ? "before" : "after";
  const text = query[path];
  const cursor = text === undefined ? null : decodeCursor(text, query.sort, path);
  if (cursor && !hasType(type, cursor.value)) throw invalidCursorError(path);
  const isDescending = query.sort.startsWith("-") || query.sort === "relevance";
  return { column, type, direction: isDescending !== backwards ? "DESC" : "ASC", backwards, cursor };
}

/** Returns the cursor of a row. */
export function cursorAt(sort: Sort, { value, id }: { value: Date | string | number; id: string }): string {
  return encodeCursor(sort, { value: value instanceof Date ? value.toISOString() : value, id });
}

/** Returns the ORDER BY clause for the given columns. */
export function orderBy({ direction }: Order, column: Sql, id: Sql): Sql {
  return sql`ORDER BY ${column} ${raw(direction)}, ${id} ${raw(direction)}`;
}

/** Returns the condition that a row comes after the cursor; none without a cursor. */
export function afterCursor({ type, direction, cursor }: Order, column: Sql, id: Sql): Sql[] {
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

// Without words to rank by, relevance is the order of the last change.
const keyOf = (sort: Sort) => (sort === "relevance" ? "updated" : (sort.replace(/^-/, "") as SortKey));

/**
 * Whether the sort column has one value under the filter (one claimant, publisher or status), or the same
 * order as the last change. The order of the last change is used then, which has an index for each of these
 * filters.
 */
function isSortIrrelevant({ sort, claimant, publisher, status }: ResolvedFilter<ClaimQuery>): boolean {
  const key = keyOf(sort);
  if (key === "claimant") return claimant.length === 1;
  if (key === "publisher") return publisher.length === 1;
  if (key === "rating") return status.length === 1;
  if (key !== "published" || status.length === 0) return false;
  const published = status.filter((one) => statusRanks[one] >= statusRanks.retracted);
  return published.length === 0 || published.length === status.length;
}

function hasType(type: Order["type"], value: string | number): boolean {
  if (type === "integer") return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== "string" || value.includes("\0")) return false;
  return type === "text" || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)));
}
