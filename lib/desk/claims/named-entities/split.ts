import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import type { ClaimantSplit } from "@/lib/desk/claims/schema";
import { AppError } from "@/lib/errors";
import { lockClaims, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { resolveClaimant } from "./resolve";

const TIMEOUT_MS = 60_000;

/**
 * Moves some of a claimant's claims to another claimant, existing or new. Returns the key of the other
 * claimant. Published verdicts do not change until a correction. Throws `not_found`, `invalid`, and
 * `conflict` if a claim is archived or not this claimant's, or if the other name is ambiguous.
 */
export async function splitClaimant(
  context: Context,
  { key, claims, to }: ClaimantSplit,
): Promise<{ key: string }> {
  const actor = authorize(context, "claimant.manage");
  return transaction(async (tx) => {
    const from = await tx.claimant.findUnique({ where: { key }, select: { id: true } });
    if (!from) throw new AppError("not_found", `There is no claimant ${key}.`);
    const ids = [...new Set(claims)].sort();
    await requireOwned(tx, ids, from.id);
    const other = await resolveClaimant({ tx, context, actor }, to, "to");
    if (other.id === from.id) {
      throw new AppError("invalid", "Choose another claimant.", [{ path: "to", message: "same_claimant" }]);
    }
    const now = context.now();
    for (const id of ids) {
      const { revisions } = await tx.claim.update({
        where: { id },
        data: { claimantId: other.id, version: { increment: 1 }, updatedAt: now },
        select: { revisions: { select: { number: true }, take: 1 } },
      });
      await appendEvent(tx, actor, now, {
        action: "claim.edit",
        entity: "claim",
        entityId: id,
        from: { claimant: key },
        to: { claimant: other.key },
      });
      if (revisions.length === 0) await projectClaim(tx, id);
    }
    return { key: other.key };
  }, TIMEOUT_MS);
}

/**
 * Locks the claims until the transaction ends. Throws `conflict` if one is archived or not the claimant's.
 */
async function requireOwned(tx: Transaction, ids: string[], claimantId: string): Promise<void> {
  await lockClaims(tx, ids, "claims");
  const owned = await tx.claim.findMany({ where: { id: { in: ids }, claimantId }, select: { id: true } });
  const others = ids.filter((id) => !owned.some((claim) => claim.id === id));
  if (others.length === 0) return;
  throw new AppError(
    "conflict",
    "Some of these claims are not this claimant's. Load the page again.",
    others.map((id) => ({ path: "claims", message: id })),
    "claims_moved",
  );
}
