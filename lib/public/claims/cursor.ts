import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isStorable } from "@/lib/text/normalize";
import type { Search } from "../search/terms";
import type { Count } from "./count";

const stored = z.string().refine(isStorable);
const contents = z.tuple([z.string(), z.union([stored, z.number()]), stored]);

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

/** A place between two rows of an order: the value ordered by, and the claim's id among equals. */
export type Cursor = { value: string | number; id: string };

/** The cursor as one opaque word for an address; it belongs to one order. */
export function encodeCursor(order: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString("base64url");
}

/** Reads a cursor; throws `invalid` on `path` where it is none or belongs to another order. */
export function decodeCursor(text: string, order: string, path: "after" | "before"): Cursor {
  try {
    const [madeFor, value, id] = contents.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    if (madeFor === order) return { value, id };
  } catch {
    // falls through: whatever it is, it is no cursor
  }
  throw badCursor(path);
}

/** As {@link decodeCursor}, for an order of time: the value is an instant in ISO 8601. */
export function decodeInstant(
  text: string,
  order: string,
  path: "after" | "before",
): { at: string; id: string } {
  const { value, id } = decodeCursor(text, order, path);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw badCursor(path);
  return { at: at.toISOString(), id };
}

/** What is thrown for a cursor that is none. */
export function badCursor(path: "after" | "before"): AppError {
  return new AppError("invalid", "The cursor is not one of this list.", [
    {
      path,
      message: "Take the cursor from the answer before, with the same sort, or leave it out to begin anew.",
    },
  ]);
}
