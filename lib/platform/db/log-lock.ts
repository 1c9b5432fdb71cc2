import type { Transaction } from "./transaction";

// Any number that no other advisory lock uses.
const LOG_LOCK = 7_286_394_001n;

/**
 * Locks the audit log and the transparency log until the transaction ends, so that sequence numbers follow the order of
 * commits.
 */
export async function lockLog(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})`;
}
