import { escapeLiteral } from "pg";

/**
 * Whether PostgreSQL sees a value when it plans. Where the plan is good for any value, a hidden one has it made once and
 * kept after a few runs; one that looks cheaper for a known value is made anew each time.
 */
export type Seen = "known" | "hidden";

/** The values of a statement in the making: each is answered as the number that stands for it in the text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Takes a value in and answers its place: `$1`, `$2` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** As {@link add}, with the SQL type that the value has; said again outside, `ANY (…)` takes no hidden array for rows. */
  typed(value: unknown, type: string, seen: Seen): string {
    return seen === "known" ? `${this.add(value)}::${type}` : `(SELECT ${this.add(value)}::${type})::${type}`;
  }
}

/** As {@link Parameters} for statements that take none (COPY): each value is answered as a literal of SQL. */
export class Literals extends Parameters {
  override add(value: unknown): string {
    if (Array.isArray(value)) return `ARRAY[${value.map((item) => this.add(item)).join(", ")}]`;
    return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  }
}
