import { withSuffix } from "@/lib/text/slug";
import { Prisma } from "./generated/client";
import type { Transaction } from "./transaction";

// Any number that no other advisory lock uses.
const NAMING_LOCK = 7_286_394_002n;

/** The maximum number of digits in a numeric suffix. */
const MAX_DIGITS = 9;

/** Where the unique names are stored. */
const columns = {
  article: Prisma.raw("article WHERE slug"),
  claim: Prisma.raw("claim WHERE slug"),
  claimant: Prisma.raw("claimant WHERE key"),
  topic: Prisma.raw("topic WHERE key"),
};
/** An entity with a unique slug or key. */
export type NamedEntity = keyof typeof columns;

/** Slugs and keys that are never assigned, because the desk has pages at those paths. */
export const reservedNames: Record<NamedEntity, readonly string[]> = {
  article: ["new"],
  claim: ["new"],
  claimant: [],
  topic: [],
};

/** Locks the assignment of names until the transaction ends: concurrent assignments wait. */
export async function lockNames(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NAMING_LOCK})`;
}

/**
 * Returns the wanted slug or key, with the first free numeric suffix if it is taken or reserved. Concurrent assignments
 * wait until this transaction ends.
 */
export async function uniqueName(tx: Transaction, wanted: string, entity: NamedEntity): Promise<string> {
  await lockNames(tx);
  // The longer the suffix, the shorter the rest of a long name.
  const stems = Array.from({ length: MAX_DIGITS }, (_, digits) =>
    withSuffix(wanted, 10 ** digits).slice(0, -(digits + 1)),
  );
  const rows = await tx.$queryRaw<Array<{ name: string }>>`
    WITH RECURSIVE candidate (n, name) AS (
      SELECT 1, ${wanted}::text
      UNION ALL
      SELECT n + 1, (${stems}::text[])[length((n + 1)::text)] || (n + 1) FROM candidate
      WHERE name = ANY (${reservedNames[entity]}::text[]) OR EXISTS (SELECT FROM ${columns[entity]} = candidate.name)
    )
    SELECT name FROM candidate ORDER BY n DESC LIMIT 1`;
  return rows[0]?.name ?? wanted;
}
