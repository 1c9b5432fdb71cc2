import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import { AppError } from "@/lib/errors";
import { readers } from "./pool";
import type { Sql } from "./sql";

// The server stores prepared statements until their connection closes; the limit keeps requests from exhausting its memory.
const MAX_STATEMENTS = 200;
const names = new Map<string, string>();

/** SQLSTATE query_canceled: the statement took longer than `statement_timeout`. */
const CANCELED = "57014";

/**
 * Whether PostgreSQL may reuse a generic plan of the statement, or plans it for these values. With several conditions, the
 * best index depends on the values.
 */
export type PlanMode = "cached" | "custom";

/**
 * Runs one statement on the readers' pool and returns its rows. With a cached plan, its text is a prepared statement, for
 * the first {@link MAX_STATEMENTS} texts of this process. Throws `unavailable` (reason `too_slow`) if the statement times
 * out.
 */
export async function query<Row extends QueryResultRow>(
  { text, values }: Sql,
  plan: PlanMode = "cached",
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
  if (known || names.size >= MAX_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
