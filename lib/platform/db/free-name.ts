import { withSuffix } from "@/lib/text/slug";
import { Prisma } from "./generated/client";
import type { Transaction } from "./transaction";

// Any number will do that nothing else in the database locks.
const NAMING_LOCK = 7_286_394_002n;

/** More digits than a number behind a name has. */
const MOST_DIGITS = 9;

/** Where the names of things are stored that must differ. */
const columns = {
  article: Prisma.raw("article WHERE slug"),
  claim: Prisma.raw("claim WHERE slug"),
  claimant: Prisma.raw("claimant WHERE key"),
  topic: Prisma.raw("topic WHERE key"),
};
export type Named = keyof typeof columns;

/** Names that are the last part of a page's address beside those of the things: none of them is ever given. */
export const reservedNames: Record<Named, readonly string[]> = {
  article: ["new"],
  claim: ["new"],
  claimant: [],
  topic: [],
};

/** Holds all names until the transaction ends: whoever names something at the same time waits. */
export async function lockNames(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NAMING_LOCK})`;
}

/**
 * The wanted slug or key, with the first free number behind it where it is taken or reserved. Whoever names something at
 * the same time waits until this transaction ends.
 */
export async function freeName(tx: Transaction, wanted: string, of: Named): Promise<string> {
  await lockNames(tx);
  // The longer the number, the shorter what is left of a long name.
  const stems = Array.from({ length: MOST_DIGITS }, (_, digits) =>
    withSuffix(wanted, 10 ** digits).slice(0, -(digits + 1)),
  );
  const rows = await tx.$queryRaw<Array<{ name: string }>>`
    WITH RECURSIVE tried (n, name) AS (
      SELECT 1, ${wanted}::text
      UNION ALL
      SELECT n + 1, (${stems}::text[])[length((n + 1)::text)] || (n + 1) FROM tried
      WHERE name = ANY (${reservedNames[of]}::text[]) OR EXISTS (SELECT FROM ${columns[of]} = tried.name)
    )
    SELECT name FROM tried ORDER BY n DESC LIMIT 1`;
  return rows[0]?.name ?? wanted;
}
