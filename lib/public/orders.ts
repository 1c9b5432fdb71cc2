import type { LocaleId } from "@/lib/i18n/locales";
import { badCursor, decodeCursor } from "./cursor";
import type { ClaimQuery, Sort, SortKey } from "./filters";

/** Where a page begins and which way it is read: `id` and `value` are those of the row that the cursor names. */
export type Place = {
  column: string;
  /** How the rows are read: turned round for the page before a cursor. */
  direction: "ASC" | "DESC";
  backwards: boolean;
  cursor: { value: string | number; id: string } | null;
};

const types = { instant: "timestamptz", number: "integer", text: "text" } as const;

function columnOf(sort: Sort, locale: LocaleId): { column: string; kind: keyof typeof types } {
  const inLocale = locale === "ar" ? "ar" : "en";
  const columns: Record<SortKey, { column: string; kind: keyof typeof types }> = {
    updated: { column: "updated_at", kind: "instant" },
    published: { column: "published_order", kind: "instant" },
    claim: { column: `claim_${inLocale}`, kind: "text" },
    claimant: { column: `claimant_${inLocale}`, kind: "text" },
    publisher: { column: "publisher_order", kind: "text" },
    rating: { column: "status_rank", kind: "number" },
    evidence: { column: "evidence_count", kind: "number" },
  };
  // What names no words to rank by stands in the order of the last change.
  return columns[sort === "relevance" ? "updated" : (sort.replace(/^-/, "") as SortKey)];
}

/** The order, direction and cursor that a query asks for. Throws `invalid` for a cursor that is none of its order. */
export function placeOf(
  query: Pick<ClaimQuery, "sort" | "after" | "before">,
  locale: LocaleId,
): Place & { type: string } {
  const { column, kind } = columnOf(query.sort, locale);
  const backwards = query.before !== undefined && query.after === undefined;
  const path = backwards ? "before" : "after";
  const text = query[path];
  const cursor = text === undefined ? null : decodeCursor(text, query.sort, path);
  if (cursor && !isOf(kind, cursor.value)) throw badCursor(path);
  const downwards = query.sort.startsWith("-") || query.sort === "relevance";
  const direction = downwards !== backwards ? "DESC" : "ASC";
  return { column, type: types[kind], direction, backwards, cursor };
}

function isOf(kind: keyof typeof types, value: string | number): boolean {
  if (kind === "number") return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== "string" || value.includes("\0")) return false;
  return kind === "text" || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)));
}
