import type { Transaction } from "./transaction";

// Any number will do that nothing else in the database locks.
const LOG_LOCK = 7_286_394_001n;

/**
 * Locks the audit log and the log of publications until the transaction ends: whoever writes to them comes after everybody
 * who wrote before, so that their numbers follow the order of commits.
 */
export async function lockLog(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})`;
}
