import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/platform/db/transaction";
import type { DraftInput } from "./schema";

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** The instant before which a draft counts no more: thirty days ago. */
export function draftsEnd(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/**
 * Keeps what the actor has typed into a form; answers when, by the server's clock. Drafts of anybody that are older
 * than thirty days are removed on the way. Throws `forbidden` where the page was made for somebody else.
 */
export async function keepDraft(context: Context, { person, key, content }: DraftInput): Promise<Date> {
  const personId = authorizeOwner(context, person);
  const now = context.now();
  await transaction(async (tx) => {
    await tx.draft.upsert({
      where: { personId_key: { personId, key } },
      create: { personId, key, values: content, updatedAt: now },
      update: { values: content, updatedAt: now },
    });
    // Those that somebody holds at this moment are removed another time: nobody waits for anybody here.
    await tx.$executeRaw`
      DELETE FROM draft WHERE (person_id, key) IN (
        SELECT person_id, key FROM draft WHERE updated_at < ${draftsEnd(now)} FOR UPDATE SKIP LOCKED)`;
  });
  return now;
}

/**
 * Removes the actor's draft of a form, if there is one: it was saved, or is not wanted any more. Throws `forbidden` where
 * the page was made for somebody else.
 */
export async function removeDraft(
  context: Context,
  { person, key }: Pick<DraftInput, "person" | "key">,
): Promise<void> {
  const personId = authorizeOwner(context, person);
  await transaction((tx) => tx.draft.deleteMany({ where: { personId, key } }));
}

/**
 * The actor's id, where a page was made for them. Throws `forbidden` where it was made for somebody else (reason
 * `somebody_else`).
 */
export function authorizeOwner(context: Context, person: string): string {
  const { id } = authorize(context, "draft.keep");
  if (person !== id) {
    throw new AppError("forbidden", "Somebody else has signed in since.", [], "somebody_else");
  }
  return id;
}
