import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { presenceMs } from "./rules";

/**
 * Notes that the actor has the claim's page open; `pageId` is that of one open page, which says so again before it counts
 * as gone. Pages that did not are removed on the way. Throws `not_found` without the claim.
 *
 * Each statement is a transaction of its own, and removing waits for nobody: many pages that say so at once, as after a
 * pause of all of them, hold no row that another one of them waits for.
 */
export async function keepPresence(
  context: Context,
  { pageId, claimId }: { pageId: string; claimId: string },
): Promise<void> {
  const actor = authorize(context, "presence.keep");
  const now = context.now();
  const noted = await db().$executeRaw`
    INSERT INTO presence (id, claim_id, person_id, seen_at)
    SELECT ${pageId}::text, id, ${actor.id}::text, ${now}::timestamptz FROM claim WHERE id = ${claimId}
    ON CONFLICT (id) DO UPDATE
    SET claim_id = excluded.claim_id, person_id = excluded.person_id, seen_at = excluded.seen_at`;
  if (noted === 0) throw new AppError("not_found", "There is no such claim.");
  await db().$executeRaw`
    DELETE FROM presence WHERE id IN (
      SELECT id FROM presence WHERE seen_at < ${new Date(now.getTime() - presenceMs)} FOR UPDATE SKIP LOCKED)`;
}

/** Notes that the actor's page is closed, also for somebody who may not read the desk any more. */
export async function endPresence({ actor }: Pick<Context, "actor">, pageId: string): Promise<void> {
  if (!actor) throw new AppError("unauthenticated", "Sign in to do this.");
  await db().presence.deleteMany({ where: { id: pageId, personId: actor.id } });
}
