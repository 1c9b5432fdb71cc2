import { expect } from "vitest";
import { pool } from "@/lib/platform/db/pool";

/** Resolves once a statement in this database waits for a lock that somebody else holds. */
export async function untilSomebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await pool().query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0]?.count;
    })
    .toBeGreaterThan(0);
}
