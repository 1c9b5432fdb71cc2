import { appendEvent } from "@/lib/desk/audit/events";
import { getRemoved } from "@/lib/desk/audit/removed";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { refuseFuture } from "@/lib/desk/auth/today";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { counts } from "@/lib/text/limits";
import type { AppearanceInput, RemovedAppearance } from "./schema";

/**
 * Notes a further place where the claim stands; answers its id. Throws `not_found` without the claim, and `invalid`
 * (reason `appearances_full`) where it has as many as it may have.
 */
export async function addAppearance(context: Context, input: AppearanceInput): Promise<string> {
  const actor = authorize(context, "claim.edit");
  refuseFuture(context, { publishedOn: input.publishedOn });
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const last = await tx.appearance.aggregate({
      where: { claimId: input.claimId },
      _max: { position: true },
      _count: true,
    });
    if (last._max.position === null) throw new AppError("not_found", "There is no such claim.");
    const most = counts.appearancesOfClaim;
    if (last._count >= most) {
      throw new AppError("invalid", `A claim has at most ${most} appearances.`, [], "appearances_full");
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

/** Takes a further appearance away; the source stays. Published revisions keep it. Throws `not_found`. */
export async function removeAppearance(context: Context, appearanceId: string): Promise<void> {
  const actor = authorize(context, "claim.edit");
  await transaction(async (tx) => {
    const { claimId } = await further(tx, appearanceId);
    await lockClaim(tx, claimId);
    // Somebody else may have removed it while this waited.
    const row = await further(tx, appearanceId);
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
 * Puts a removed appearance back, as it was and at its place; does nothing where it is there.
 * Throws `not_found` where it was not removed from the claim within the last day (reason `undo_over`).
 */
export async function restoreAppearance(context: Context, input: RemovedAppearance): Promise<void> {
  const actor = authorize(context, "claim.edit");
  const { claimId, appearanceId } = input;
  await transaction(async (tx) => {
    await lockClaim(tx, claimId);
    if (await tx.appearance.findUnique({ where: { id: appearanceId, claimId } })) return;
    const now = context.now();
    const { row, position } = await getRemoved(tx, "appearance", { claimId, id: appearanceId, now });
    await makeRoom(tx, claimId, position);
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

/** Moves what stands at a place, and behind it, on by one: from the end, as no two may share a place. */
async function makeRoom(tx: Transaction, claimId: string, position: number): Promise<void> {
  if ((await tx.appearance.count({ where: { claimId, position } })) === 0) return;
  const behind = await tx.appearance.findMany({
    where: { claimId, position: { gte: position } },
    orderBy: { position: "desc" },
    select: { id: true },
  });
  for (const { id } of behind) {
    await tx.appearance.update({ where: { id }, data: { position: { increment: 1 } } });
  }
}

async function further(tx: Transaction, appearanceId: string) {
  const row = await tx.appearance.findUnique({ where: { id: appearanceId } });
  if (!row || row.position === 0) throw new AppError("not_found", "There is no such appearance.");
  return row;
}
