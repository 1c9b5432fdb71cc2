import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockClaims, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import type { Split } from "../schema";
import { chooseClaimant } from "./choose";

const LONGEST_MS = 60_000;

/**
 * Gives some of a claimant's claims to another one, known or new. What is published keeps its claimant until a
 * correction is. Returns the other's key.
 * Throws `not_found`, `invalid`, and `conflict` where a claim is archived or not this claimant's any more, or where the names of the
 * other one are unclear.
 */
export async function splitClaimant(context: Context, { key, claims, to }: Split): Promise<{ key: string }> {
  const actor = authorize(context, "claimant.manage");
  return transaction(async (tx) => {
    const from = await tx.claimant.findUnique({ where: { key }, select: { id: true } });
    if (!from) throw new AppError("not_found", `There is no claimant ${key}.`);
    const ids = [...new Set(claims)].sort();
    await requireOwned(tx, ids, from.id);
    const other = await chooseClaimant({ tx, context, actor }, to, "to");
    if (other.id === from.id) {
      throw new AppError("invalid", "Name another claimant.", [{ path: "to", message: "same_claimant" }]);
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
  }, LONGEST_MS);
}

/** Holds the claims until the transaction ends. Throws `conflict` where one is archived or not the claimant's. */
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
