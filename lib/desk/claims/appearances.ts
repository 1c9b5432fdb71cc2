import { appendEvent } from "@/lib/desk/audit/events";
import { getRemovedRow } from "@/lib/desk/audit/removed-rows";
import { rejectFutureDates } from "@/lib/desk/auth/desk-date";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { counts } from "@/lib/text/limits";
import type { AppearanceInput, RemovedAppearance } from "./schema";

/**
 * Adds a further appearance to a claim. Returns its id. Throws `not_found`, and `invalid` (reason
 * `appearances_full`) at the maximum number.
 */
export async function addAppearance(context: Context, input: AppearanceInput): Promise<string> {
  const actor = authorize(context, "claim.edit");
  rejectFutureDates(context, { publishedOn: input.publishedOn });
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const last = await tx.appearance.aggregate({
      where: { claimId: input.claimId },
      _max: { position: true },
      _count: true,
    });
    if (last._max.position === null) throw new AppError("not_found", "There is no such claim.");
    const max = counts.appearancesOfClaim;
    if (last._count >= max) {
      throw new AppError("invalid", `A claim has at most ${max} appearances.`, [], "appearances_full");
    }
    const [id, now] = [context.newId(), context.now()];
    await tx.appearance.create({ data: { ...input, id, position: last._max.position + 1, createdAt: now } });
    await appendEvent(tx, actor, now, {
      action: "appearance.create",
      entity: "claim",
      entityId: input.claimId,
      to: { id, ...input },
    });
    await projectClaim(tx, input.claimId);
    return id;
  });
}

/** Removes a further appearance, not the source. Published revisions do not change. Throws `not_found`. */
export async function removeAppearance(context: Context, appearanceId: string): Promise<void> {
  const actor = authorize(context, "claim.edit");
  await transaction(async (tx) => {
    const { claimId } = await getFurtherAppearance(tx, appearanceId);
    await lockClaim(tx, claimId);
    // Read again: it can be removed while this transaction waits for the lock.
    const row = await getFurtherAppearance(tx, appearanceId);
    await tx.appearance.delete({ where: { id: appearanceId } });
    await appendEvent(tx, actor, context.now(), {
      action: "appearance.remove",
      entity: "claim",
      entityId: claimId,
      from: row,
    });
    await projectClaim(tx, claimId);
  });
}

/**
 * Restores a removed appearance at its position; does nothing if it exists. Throws `not_found` (reason
 * `undo_over`) if it was not removed from the claim within the last day.
 */
export async function restoreAppearance(context: Context, input: RemovedAppearance): Promise<void> {
  const actor = authorize(context, "claim.edit");
  const { claimId, appearanceId } = input;
  await transaction(async (tx) => {
    await lockClaim(tx, claimId);
    if (await tx.appearance.findUnique({ where: { id: appearanceId, claimId } })) return;
    const now = context.now();
    const { row, position } = await getRemovedRow(tx, "appearance", { claimId, id: appearanceId, now });
    await shiftPositions(tx, claimId, position);
    await tx.appearance.create({ data: row as unknown as Prisma.AppearanceUncheckedCreateInput });
    await appendEvent(tx, actor, now, {
      action: "appearance.restore",
      entity: "claim",
      entityId: claimId,
      to: row,
    });
    await projectClaim(tx, claimId);
  });
}

/** Shifts the appearances from a position on by one, from the end, since positions are unique. */
async function shiftPositions(tx: Transaction, claimId: string, position: number): Promise<void> {
  if ((await tx.appearance.count({ where: { claimId, position } })) === 0) return;
  const following = await tx.appearance.findMany({
    where: { claimId, position: { gte: position } },
    orderBy: { position: "desc" },
    select: { id: true },
  });
  for (const { id } of following) {
    await tx.appearance.update({ where: { id }, data: { position: { increment: 1 } } });
  }
}

async function getFurtherAppearance(tx: Transaction, appearanceId: string) {
  const row = await tx.appearance.findUnique({ where: { id: appearanceId } });
  if (!row || row.position === 0) throw new AppError("not_found", "There is no such appearance.");
  return row;
}
