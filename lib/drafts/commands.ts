import { authorize, type Context } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
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
  const actor = authorize(context, "draft.keep");
  if (person !== actor.id) throw new AppError("forbidden", "Somebody else has signed in since.");
  const now = context.now();
  await transaction(async (tx) => {
    await tx.draft.upsert({
      where: { personId_key: { personId: actor.id, key } },
      create: { personId: actor.id, key, values: content, updatedAt: now },
      update: { values: content, updatedAt: now },
    });
    await tx.draft.deleteMany({ where: { updatedAt: { lt: draftsEnd(now) } } });
  });
  return now;
}

/** Removes the actor's draft of a form, if there is one: it was saved, or is not wanted any more. */
export async function removeDraft(context: Context, key: string): Promise<void> {
  const actor = authorize(context, "draft.keep");
  await transaction((tx) => tx.draft.deleteMany({ where: { personId: actor.id, key } }));
}
