import { appendEvent } from "@/lib/audit/events";
import { authorize, type Context } from "@/lib/auth/permissions";
import { lockClaim, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { projectClaim } from "@/lib/public/writer";
import type { AppearanceInput } from "./schema";

/** Notes a further place where the claim stands; answers its id. Throws `not_found` without the claim. */
export async function addAppearance(context: Context, input: AppearanceInput): Promise<string> {
  const actor = authorize(context, "claim.edit");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const last = await tx.appearance.aggregate({
      where: { claimId: input.claimId },
      _max: { position: true },
    });
    if (last._max.position === null) throw new AppError("not_found", "There is no such claim.");
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
    const row = await tx.appearance.findUnique({ where: { id: appearanceId } });
    if (!row || row.position === 0) throw gone();
    await lockClaim(tx, row.claimId);
    // Somebody else may have taken it away meanwhile.
    const { count } = await tx.appearance.deleteMany({ where: { id: appearanceId } });
    if (count === 0) throw gone();
    await appendEvent(tx, actor, context.now(), {
      action: "appearance.remove",
      entity: "claim",
      entityId: row.claimId,
      from: { id: row.id, url: row.url, change: row.change },
    });
    await projectClaim(tx, row.claimId);
  });
}

const gone = () => new AppError("not_found", "There is no such appearance.");
