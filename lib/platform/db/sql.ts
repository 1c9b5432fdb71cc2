import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { escapeLiteral } from "pg";

export { empty, join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";

/** The conditions joined by AND, as what follows FROM; nothing where there are none. */
export function where(conditions: Sql[]): Sql {
  return conditions.length > 0 ? sql`WHERE ${join(conditions, " AND ")}` : sql``;
}

/** At most so many rows. A number in the text: of a parameter PostgreSQL would plan for a tenth of all rows. */
export function limitTo(rows: number): Sql {
  return sql`LIMIT ${raw(String(Math.trunc(rows)))}`;
}

/** At least one of the conditions, of which there must be one. */
export function anyOf(conditions: Sql[]): Sql {
  return sql`(${join(conditions, " OR ")})`;
}

/** The text of a statement with its values in it, for those that take no parameters (COPY, DECLARE). */
export function withLiterals({ strings, values }: Sql): string {
  return strings.reduce((text, next, n) => `${text}${literalOf(values[n - 1])}${next}`);
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literalOf).join(", ")}]`;
  return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
