import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import { readers } from "./pool";

// A server keeps every prepared statement of a connection until it closes; no address may fill its memory.
const MOST_STATEMENTS = 200;
const names = new Map<string, string>();

/**
 * How long the plan of a statement is good for: for any values, so that PostgreSQL may keep it; or for these values, as it
 * would keep one that looks cheap for values that it does not know, and reads most of a table for some.
 */
export type Plan = "kept" | "anew";

/**
 * Runs one statement on a connection of the readers and answers its rows. Where its plan may be kept, its text is prepared
 * once a connection, for the first {@link MOST_STATEMENTS} texts that this process runs; others are planned each time.
 */
export async function prepared<Row extends QueryResultRow>(
  text: string,
  values: unknown[],
  plan: Plan = "kept",
): Promise<Row[]> {
  const name = plan === "kept" ? nameOf(text) : undefined;
  const { rows } = await readers().query<Row>({ name, text, values });
  return rows;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
