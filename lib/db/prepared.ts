import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import { readers } from "./pool";

// A server keeps every prepared statement of a connection until it closes; no address may fill its memory.
const MOST_STATEMENTS = 200;
const names = new Map<string, string>();

/**
 * Runs one statement on a connection of the readers and answers its rows. Its text is prepared once a connection, for the
 * first {@link MOST_STATEMENTS} texts that this process runs; later ones are planned each time.
 */
export async function prepared<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await readers().query<Row>({ name: nameOf(text), text, values });
  return rows;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
