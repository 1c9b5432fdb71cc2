import { Client } from "pg";
import type { Context } from "@/lib/desk/auth/permissions";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { checkRecord } from "./check";
import type { Findings } from "./findings";
import { findLastCheck } from "./queries";
import type { CheckCounts } from "./schema";

// An arbitrary key that no other advisory lock uses.
const CHECK_LOCK = 7_286_394_002n;
const DAY_MS = 24 * 60 * 60_000;

type Clock = Pick<Context, "now" | "newId">;
/** The result of a check. */
export type CheckResult = { counted: CheckCounts; findings: Findings };

/**
 * Checks the record and stores the result, unless the last check is less than a day old or another process is
 * checking. Returns null if it did not check.
 */
export async function checkIfDue(clock: Clock): Promise<CheckResult | null> {
  return withCheckLock(async (client) => {
    const last = await findLastCheck();
    if (last && clock.now().getTime() - last.checkedAt.getTime() < DAY_MS) return null;
    return checkAndStore(client, clock);
  });
}

/** Checks the record now and stores the result. Returns null if another process is checking. */
export async function runCheck(clock: Clock): Promise<CheckResult | null> {
  return withCheckLock((client) => checkAndStore(client, clock));
}

/**
 * Rewrites the wrong rows of the readers' table from the revisions and returns their number. Findings about
 * revisions and the log cannot be repaired.
 */
export async function repairRows({ findings }: CheckResult): Promise<number> {
  for (const claimId of findings.rows) {
    await transaction(async (tx) => {
      if ((await tx.claim.count({ where: { id: claimId } })) === 0) {
        await tx.publicClaim.deleteMany({ where: { claimId } });
        return;
      }
      const where = { entity: "claim", entityId: claimId, action: "verdict.publish" };
      const { _max } = await tx.event.aggregate({ where, _max: { sequence: true } });
      // Deleting first also removes dependent rows, such as those written by triggers.
      await tx.publicClaim.deleteMany({ where: { claimId } });
      await projectClaim(tx, claimId, _max.sequence ?? 0n);
    });
  }
  return findings.rows.size;
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

async function checkAndStore(client: Client, clock: Clock): Promise<CheckResult> {
  const checked = await checkRecord(client);
  const { counted, findings } = checked;
  const [last, checkedAt] = [await findLastCheck(), clock.now()];
  await db().recordCheck.create({
    data: {
      id: clock.newId(),
      checkedAt,
      ...counted,
      faultCount: findings.count,
      faults: findings.listed,
      faultySince: findings.count > 0 ? (last?.faultySince ?? checkedAt) : null,
    },
  });
  return checked;
}
