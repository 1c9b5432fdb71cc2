import { withSuffix } from "@/lib/text/slug";
import type { Transaction } from "./transaction";

// Any number will do that nothing else in the database locks.
const NAMING_LOCK = 7_286_394_002n;

/** Holds all names until the transaction ends: whoever names something at the same time waits. */
export async function lockNames(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NAMING_LOCK})`;
}

/**
 * The wanted slug or key, with the first free number behind it where it is taken. Whoever names something at the same
 * time waits until this transaction ends.
 */
export async function freeName(
  tx: Transaction,
  wanted: string,
  taken: (name: string) => Promise<number>,
): Promise<string> {
  await lockNames(tx);
  let name = wanted;
  for (let n = 2; (await taken(name)) > 0; n++) name = withSuffix(wanted, n);
  return name;
}
