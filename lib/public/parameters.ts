import { escapeLiteral } from "pg";

/** The values of a statement in the making: each is answered as the number that stands for it in the text. */

export class Parameters {
  readonly values: unknown[] = [];

  /** Takes a value in and answers its place: `$1`, `$2` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** As {@link Parameters} for statements that take none (COPY): each value is answered as a literal of SQL. */
export class Literals extends Parameters {
  override add(value: unknown): string {
    if (Array.isArray(value)) return `ARRAY[${value.map((item) => this.add(item)).join(", ")}]`;
    return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  }
}
