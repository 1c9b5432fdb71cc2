import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import { AppError } from "@/lib/errors";
import { readers } from "./pool";
import type { Sql } from "./sql";

// A server keeps every prepared statement of a connection until it closes; no address may fill its memory.
const MOST_STATEMENTS = 200;
const names = new Map<string, string>();

/** SQLSTATE query_canceled: the statement took longer than `statement_timeout`. */
const CANCELED = "57014";

/**
 * Whether PostgreSQL may keep the plan of a statement for other values, or makes it for these: which index to begin with
 * depends on the values where several conditions meet.
 */
export type Plan = "cached" | "custom";

/**
 * Runs one statement on a connection of the readers and returns its rows. Where its plan may be cached, its text is prepared
 * once a connection, for the first {@link MOST_STATEMENTS} texts that this process runs. Throws `unavailable` (reason
 * `too_slow`) for a statement that takes longer than readers wait.
 */
export async function query<Row extends QueryResultRow>(
  { text, values }: Sql,
  plan: Plan = "cached",
): Promise<Row[]> {
  const name = plan === "cached" ? nameOf(text) : undefined;
  try {
    const { rows } = await readers().query<Row>({ name, text, values });
    return rows;
  } catch (error) {
    if ((error as { code?: unknown }).code !== CANCELED) throw error;
    throw new AppError("unavailable", TOO_SLOW, [], "too_slow");
  }
}

const TOO_SLOW =
  "This search takes too long. Ask for less: add a claimant, a topic, a publisher or fewer days, and try again.";

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
