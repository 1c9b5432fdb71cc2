import { authorize, type Context, permissions } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import type { NoticeKind } from "@/lib/platform/db/generated/client";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { lookupName } from "@/lib/text/normalize";

/**
 * A notification to send: what happened, on which claim, and the ids of the recipients; nulls are ignored.
 */
export type NewNotification = {
  kind: NoticeKind;
  claimId: string;
  to: Array<string | null>;
  /** The comment that the notification is about. */
  commentId?: string;
};

/**
 * Notifies staff of what the actor did, in the same transaction. The actor and people without access get no
 * notification. `returned` and `published` mark the notifications of the proposal as read.
 */
export async function notify(
  tx: Transaction,
  context: Context,
  { kind, claimId, to, commentId }: NewNotification,
): Promise<void> {
  if (kind === "returned" || kind === "published") await markProposedRead(tx, context, claimId);
  const actorId = context.actor?.id;
  const recipients = to.filter((id) => id !== null && id !== actorId) as string[];
  if (!actorId || recipients.length === 0) return;
  const people = await tx.person.findMany({
    where: { id: { in: recipients }, active: true, role: { in: [...permissions["desk.read"]] } },
    select: { id: true },
  });
  const createdAt = context.now();
  await tx.notice.createMany({
    data: people.map(({ id: personId }) => ({
      id: context.newId(),
      personId,
      kind,
      claimId,
      actorId,
      commentId,
      createdAt,
    })),
  });
}

/**
 * Notifies all publishers of the open proposal on the claim. Unread notifications of an earlier proposal are
 * replaced.
 */
export async function notifyPublishers(tx: Transaction, context: Context, claimId: string): Promise<void> {
  await tx.notice.deleteMany({ where: { claimId, kind: "proposed", readAt: null } });
  const publishers = await tx.person.findMany({
    where: { active: true, role: { in: [...permissions["verdict.publish"]] } },
    select: { id: true },
  });
  await notify(tx, context, { kind: "proposed", claimId, to: publishers.map(({ id }) => id) });
}

/** Marks the notifications of the claim's proposal as read, once it is closed. */
export async function markProposedRead(tx: Transaction, context: Context, claimId: string): Promise<void> {
  await tx.notice.updateMany({
    where: { claimId, kind: "proposed", readAt: null },
    data: { readAt: context.now() },
  });
}

/** Marks one of the actor's notifications as read. Returns what it links to. Throws `not_found`. */
export async function openNotification(
  context: Context,
  notificationId: string,
): Promise<{ slug: string; commentId: string | null }> {
  const actor = authorize(context, "desk.read");
  return transaction(async (tx) => {
    const notice = await tx.notice.findUnique({
      where: { id: lookupName(notificationId), personId: actor.id },
      select: { commentId: true, claim: { select: { slug: true } } },
    });
    if (!notice) throw new AppError("not_found", "There is no such notification.");
    await tx.notice.updateMany({
      where: { id: notificationId, readAt: null },
      data: { readAt: context.now() },
    });
    return { slug: notice.claim.slug, commentId: notice.commentId };
  });
}

/** Marks all notifications of the actor as read. */
export async function markAllNotificationsRead(context: Context): Promise<void> {
  const actor = authorize(context, "desk.read");
  // In a fixed order, so that concurrent requests of the actor do not deadlock.
  await db().$executeRaw`
    UPDATE notice SET read_at = ${context.now()}::timestamptz WHERE id IN (
      SELECT id FROM notice WHERE person_id = ${actor.id} AND read_at IS NULL ORDER BY id FOR NO KEY UPDATE)`;
}
