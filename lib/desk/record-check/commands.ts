import { Client } from "pg";
import type { Context } from "@/lib/desk/auth/permissions";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { checkRecord } from "./check";
import type { Faults } from "./faults";
import { findLastCheck } from "./queries";
import type { Counted } from "./schema";

// Any number will do that nothing else in the database locks.
const CHECK_LOCK = 7_286_394_002n;
const DAY_MS = 24 * 60 * 60_000;

type Clock = Pick<Context, "now" | "newId">;
/** What a check counted and found. */
export type Checked = { counted: Counted; faults: Faults };

/**
 * Checks the record and stores what was found, where no process has done so for a day and none is doing it now. Returns
 * null where there was nothing to do.
 */
export async function checkWhenDue(clock: Clock): Promise<Checked | null> {
  return withCheckLock(async (client) => {
    const last = await findLastCheck();
    if (last && clock.now().getTime() - last.checkedAt.getTime() < DAY_MS) return null;
    return checkAndStore(client, clock);
  });
}

/** Checks the record now and stores what was found. Returns null where another process is doing so. */
export async function checkNow(clock: Clock): Promise<Checked | null> {
  return withCheckLock((client) => checkAndStore(client, clock));
}

/**
 * Writes the rows of the readers' table that a check found wrong anew, from the revisions. What was found of revisions or the
 * log themselves is not touched: nothing at the desk can say what they were.
 */
export async function rewriteRows({ faults }: Checked): Promise<number> {
  for (const claimId of faults.rows) {
    await transaction(async (tx) => {
      if ((await tx.claim.count({ where: { id: claimId } })) === 0) {
        await tx.publicClaim.deleteMany({ where: { claimId } });
        return;
      }
      const where = { entity: "claim", entityId: claimId, action: "verdict.publish" };
      const { _max } = await tx.event.aggregate({ where, _max: { sequence: true } });
      // Whatever is in the row or beside it, by triggers too, goes with it.
      await tx.publicClaim.deleteMany({ where: { claimId } });
      await projectClaim(tx, claimId, _max.sequence ?? 0n);
    });
  }
  return faults.rows.size;
}

async function withCheckLock<T>(work: (client: Client) => Promise<T>): Promise<T | null> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: "veritable check" });
  await client.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [
      CHECK_LOCK,
    ]);
    return rows[0]?.locked ? await work(client) : null;
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

async function checkAndStore(client: Client, clock: Clock): Promise<Checked> {
  const checked = await checkRecord(client);
  const { counted, faults } = checked;
  const [last, checkedAt] = [await findLastCheck(), clock.now()];
  await db().recordCheck.create({
    data: {
      id: clock.newId(),
      checkedAt,
      ...counted,
      faultCount: faults.count,
      faults: faults.named,
      faultySince: faults.count > 0 ? (last?.faultySince ?? checkedAt) : null,
    },
  });
  return checked;
}
