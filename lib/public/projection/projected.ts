import canonicalize from "canonicalize";
import type { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/transaction";

/**
 * Whether a claim's row of the projection holds these values already. It needs no write then, which would count as a change
 * of what readers see.
 */
export async function isProjected(
  tx: Transaction,
  claimId: string,
  data: Prisma.PublicClaimUncheckedUpdateInput,
): Promise<boolean> {
  const row: Record<string, unknown> | null = await tx.publicClaim.findUnique({ where: { claimId } });
  return (
    row !== null && Object.entries(data).every(([name, value]) => comparable(row[name]) === comparable(value))
  );
}

/** The value as it is stored in JSON, whatever the order of its keys. */
function comparable(value: unknown): string | undefined {
  if (typeof value === "bigint") return value.toString();
  return canonicalize(JSON.parse(JSON.stringify(value ?? null)));
}
