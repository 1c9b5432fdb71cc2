import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/platform/db/transaction";
import type { DraftInput } from "./schema";

const RETENTION_MS = 30 * 24 * 60 * 60 * 1000;

/** The instant before which drafts are expired: thirty days ago. */
export function oldestDraftTime(now: Date): Date {
  return new Date(now.getTime() - RETENTION_MS);
}

/**
 * Saves the actor's draft of a form and deletes expired drafts. Returns the time of the save. Throws
 * `forbidden` if the page was rendered for somebody else.
 */
export async function saveDraft(context: Context, { person, key, content }: DraftInput): Promise<Date> {
  const personId = authorizeOwner(context, person);
  const now = context.now();
  await transaction(async (tx) => {
    await tx.draft.upsert({
      where: { personId_key: { personId, key } },
      create: { personId, key, values: content, updatedAt: now },
      update: { values: content, updatedAt: now },
    });
    // Skips locked rows, so that concurrent saves do not wait.
    await tx.$executeRaw`
      DELETE FROM draft WHERE (person_id, key) IN (
        SELECT person_id, key FROM draft WHERE updated_at < ${oldestDraftTime(now)} FOR UPDATE SKIP LOCKED)`;
  });
  return now;
}

/**
 * Deletes the actor's draft of a form, if there is one. Throws `forbidden` if the page was rendered for
 * somebody else.
 */
export async function removeDraft(
  context: Context,
  { person, key }: Pick<DraftInput, "person" | "key">,
): Promise<void> {
  const personId = authorizeOwner(context, person);
  await transaction((tx) => tx.draft.deleteMany({ where: { personId, key } }));
}

/**
 * Returns the actor's id. Throws `forbidden` (reason `somebody_else`) if the page was rendered for another
 * person.
 */
export function authorizeOwner(context: Context, person: string): string {
  const { id } = authorize(context, "draft.save");
  if (person !== id) {
    throw new AppError("forbidden", "Somebody else has signed in since.", [], "somebody_else");
  }
  return id;
}
