import { authorize, type Context } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { presenceMs } from "./rules";

/**
 * Notes that the actor has the claim's page open; `pageId` is that of one open page, which says so again before it counts
 * as gone. Pages that did not are removed on the way. Throws `not_found` without the claim.
 */
export async function keepPresence(
  context: Context,
  { pageId, claimId }: { pageId: string; claimId: string },
): Promise<void> {
  const actor = authorize(context, "presence.keep");
  const now = context.now();
  await transaction(async (tx) => {
    if (!(await tx.claim.findUnique({ where: { id: claimId }, select: { id: true } }))) {
      throw new AppError("not_found", "There is no such claim.");
    }
    const row = { claimId, personId: actor.id, seenAt: now };
    await tx.presence.upsert({ where: { id: pageId }, create: { id: pageId, ...row }, update: row });
    await tx.presence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - presenceMs) } } });
  });
}

/** Notes that the actor's page is closed, also for somebody who may not read the desk any more. */
export async function endPresence({ actor }: Pick<Context, "actor">, pageId: string): Promise<void> {
  if (!actor) throw new AppError("unauthenticated", "Sign in to do this.");
  await transaction((tx) => tx.presence.deleteMany({ where: { id: pageId, personId: actor.id } }));
}
