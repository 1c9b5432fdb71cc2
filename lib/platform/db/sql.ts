import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { escapeLiteral } from "pg";

export { empty, join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";

/** A WHERE clause of the conditions joined by AND; empty without conditions. */
export function where(conditions: Sql[]): Sql {
  return conditions.length > 0 ? sql`WHERE ${join(conditions, " AND ")}` : sql``;
}

/** A LIMIT clause with a literal number: for a parameter, PostgreSQL would plan for a tenth of all rows. */
export function limitTo(rows: number): Sql {
  return sql`LIMIT ${raw(String(Math.trunc(rows)))}`;
}

/** The conditions joined by OR. There must be at least one. */
export function anyOf(conditions: Sql[]): Sql {
  return sql`(${join(conditions, " OR ")})`;
}

/** The text of a statement with its values as literals, for statements without parameters (COPY, DECLARE). */
export function inlineValues({ strings, values }: Sql): string {
  return strings.reduce((text, next, n) => `${text}${literalOf(values[n - 1])}${next}`);
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literalOf).join(", ")}]`;
  return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
