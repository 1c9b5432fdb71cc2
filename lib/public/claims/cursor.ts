import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isStorable } from "@/lib/text/normalize";
import type { Search } from "../search/terms";
import type { Count } from "./count";

const stored = z.string().refine(isStorable);
const contents = z.tuple([z.string(), z.union([stored, z.number()]), stored]);

/** A page of the claim table. `next` and `previous` are keyset cursors, null at either end. */
export type Page<Row> = Count & {
  rows: Row[];
  next: string | null;
  previous: string | null;
  /** The looked-up search; null without a query. */
  search: Search | null;
  /** If no claim matches the search, those that share most of its words. */
  similar: Row[];
};

/** A keyset cursor: the sort value of a row, and its id to break ties. */
export type Cursor = { value: string | number; id: string };

/** Returns the cursor as an opaque base64url text, valid for one order. */
export function encodeCursor(order: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString("base64url");
}

/** Parses a cursor. Throws `invalid` on `path` if it is malformed or belongs to another order. */
export function decodeCursor(text: string, order: string, path: "after" | "before"): Cursor {
  try {
    const [cursorOrder, value, id] = contents.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    if (cursorOrder === order) return { value, id };
  } catch {
    // falls through: malformed
  }
  throw invalidCursorError(path);
}

/** As {@link decodeCursor}, for an order by time: the value is an ISO 8601 instant. */
export function decodeTimeCursor(
  text: string,
  order: string,
  path: "after" | "before",
): { at: string; id: string } {
  const { value, id } = decodeCursor(text, order, path);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw invalidCursorError(path);
  return { at: at.toISOString(), id };
}

/** Returns the error for an invalid cursor. */
export function invalidCursorError(path: "after" | "before"): AppError {
  return new AppError("invalid", "The cursor is not one of this list.", [
    {
      path,
      message: "Use a cursor from the previous response, with the same sort, or leave it out to start over.",
    },
  ]);
}
