import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { PRESENCE_MS } from "./rules";

/**
 * Records or renews the presence of the actor's open page `pageId` on a claim, and deletes expired presences.
 * Throws `not_found`. Each statement is its own transaction and skips locked rows, so that many pages at once
 * do not block each other.
 */
export async function recordPresence(
  context: Context,
  { pageId, claimId }: { pageId: string; claimId: string },
): Promise<void> {
  const actor = authorize(context, "presence.record");
  const now = context.now();
  const count = await db().$executeRaw`
    INSERT INTO presence (id, claim_id, person_id, seen_at)
    SELECT ${pageId}::text, id, ${actor.id}::text, ${now}::timestamptz FROM claim WHERE id = ${claimId}
    ON CONFLICT (id) DO UPDATE
    SET claim_id = excluded.claim_id, person_id = excluded.person_id, seen_at = excluded.seen_at`;
  if (count === 0) throw new AppError("not_found", "There is no such claim.");
  await db().$executeRaw`
    DELETE FROM presence WHERE id IN (
      SELECT id FROM presence WHERE seen_at < ${new Date(now.getTime() - PRESENCE_MS)} FOR UPDATE SKIP LOCKED)`;
}

/** Deletes the presence of the actor's page; allowed also without access to the desk. */
export async function endPresence({ actor }: Pick<Context, "actor">, pageId: string): Promise<void> {
  if (!actor) throw new AppError("unauthenticated", "Sign in to do this.");
  await db().presence.deleteMany({ where: { id: pageId, personId: actor.id } });
}
