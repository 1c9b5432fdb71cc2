import { authorize, type Context, permissions } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import type { NoticeKind } from "@/lib/platform/db/generated/client";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { lookupName } from "@/lib/text/normalize";

/** What happened, on which claim, and whom it concerns: ids of people, of whom some may be nobody. */
export type Cause = {
  kind: NoticeKind;
  claimId: string;
  to: Array<string | null>;
  /** The comment that it is about. */
  commentId?: string;
};

/**
 * Tells people of the desk what the actor did, in the transaction that does it: where that fails, nobody hears of it.
 * Nobody is told what they did themselves. A decision on a proposal ends the notices that it waits.
 */
export async function notify(
  tx: Transaction,
  context: Context,
  { kind, claimId, to, commentId }: Cause,
): Promise<void> {
  if (kind === "returned" || kind === "published") await endWaiting(tx, context, claimId);
  const actorId = context.actor?.id;
  const wanted = to.filter((id) => id !== null && id !== actorId) as string[];
  if (!actorId || wanted.length === 0) return;
  const people = await tx.person.findMany({
    where: { id: { in: wanted }, active: true, role: { in: [...permissions["desk.read"]] } },
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
 * Tells everybody who may publish that a verdict on the claim waits for them. A notice that they have not read is replaced:
 * one stands for the one proposal that is open.
 */
export async function notifyPublishers(tx: Transaction, context: Context, claimId: string): Promise<void> {
  await tx.notice.deleteMany({ where: { claimId, kind: "proposed", readAt: null } });
  const publishers = await tx.person.findMany({
    where: { active: true, role: { in: [...permissions["verdict.publish"]] } },
    select: { id: true },
  });
  await notify(tx, context, { kind: "proposed", claimId, to: publishers.map(({ id }) => id) });
}

/** Marks as read that a proposal on the claim waits: it was decided or taken back. */
export async function endWaiting(tx: Transaction, context: Context, claimId: string): Promise<void> {
  await tx.notice.updateMany({
    where: { claimId, kind: "proposed", readAt: null },
    data: { readAt: context.now() },
  });
}

/** Marks a notice of the actor's as read; answers where it leads. Throws `not_found` for one that is not theirs. */
export async function openNotice(
  context: Context,
  noticeId: string,
): Promise<{ slug: string; commentId: string | null }> {
  const actor = authorize(context, "desk.read");
  return transaction(async (tx) => {
    const notice = await tx.notice.findUnique({
      where: { id: lookupName(noticeId), personId: actor.id },
      select: { commentId: true, claim: { select: { slug: true } } },
    });
    if (!notice) throw new AppError("not_found", "There is no such notice.");
    await tx.notice.updateMany({
      where: { id: noticeId, readAt: null },
      data: { readAt: context.now() },
    });
    return { slug: notice.claim.slug, commentId: notice.commentId };
  });
}

/** Marks everything under the actor's bell as read. */
export async function readAllNotices(context: Context): Promise<void> {
  const actor = authorize(context, "desk.read");
  // In one order, so that two of the actor's pages do not wait for each other.
  await db().$executeRaw`
    UPDATE notice SET read_at = ${context.now()}::timestamptz WHERE id IN (
      SELECT id FROM notice WHERE person_id = ${actor.id} AND read_at IS NULL ORDER BY id FOR NO KEY UPDATE)`;
}
