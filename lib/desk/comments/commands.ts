import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { notify } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { findMentionablePeople } from "./queries";
import { findMentions } from "./rules";
import type { NewComment } from "./schema";

/**
 * Adds a comment or reply to a claim. Returns its id. Notifies the people mentioned, the authors it replies
 * to, the assignee and the proposers. A reply to a reply joins the same thread. Throws `not_found` without
 * the claim or the parent comment.
 */
export async function createComment(context: Context, input: NewComment): Promise<string> {
  const actor = authorize(context, "comment.create");
  const { claimId, text } = input;
  return transaction(async (tx) => {
    const claim = await tx.claim.findUnique({
      where: { id: claimId },
      select: { assigneeId: true, proposals: { select: { proposedById: true } } },
    });
    if (!claim) throw new AppError("not_found", "There is no such claim.");
    const parent = await findThread(tx, input);
    const ranges = findMentions(text, await findMentionablePeople(tx));
    const mentioned = [...new Set(ranges.flatMap(({ personIds }) => personIds))];
    const [id, now] = [context.newId(), context.now()];
    await tx.comment.create({
      data: {
        id,
        claimId,
        authorId: actor.id,
        parentId: parent?.threadId,
        text,
        createdAt: now,
        mentions: { create: mentioned.map((personId) => ({ personId })) },
      },
    });
    await appendEvent(tx, actor, now, {
      action: "comment.create",
      entity: "claim",
      entityId: claimId,
      to: { id, parentId: parent?.threadId ?? null, text, mentions: mentioned },
    });
    const concerned = [claim.assigneeId, ...claim.proposals.map(({ proposedById }) => proposedById)];
    await notifyParticipants(
      tx,
      context,
      { claimId, commentId: id },
      mentioned,
      parent?.authors ?? [],
      concerned,
    );
    return id;
  });
}

/** The thread of a reply, and the authors it replies to: of the comment and of the thread. */
async function findThread(tx: Transaction, { claimId, parentId }: NewComment) {
  if (!parentId) return null;
  const comment = await tx.comment.findUnique({
    where: { id: parentId, claimId },
    select: { id: true, authorId: true, parent: { select: { id: true, authorId: true } } },
  });
  if (!comment) throw new AppError("not_found", "There is no such comment.");
  const thread = comment.parent ?? comment;
  return { threadId: thread.id, authors: [comment.authorId, thread.authorId] };
}

/** Sends each person one notification, for the most specific reason. */
async function notifyParticipants(
  tx: Transaction,
  context: Context,
  about: { claimId: string; commentId: string },
  mentioned: string[],
  repliedTo: string[],
  concerned: Array<string | null>,
): Promise<void> {
  const notified = new Set<string | null>();
  const reasons = [
    { kind: "mention", people: mentioned },
    { kind: "answer", people: repliedTo },
    { kind: "comment", people: concerned },
  ] as const;
  for (const { kind, people } of reasons) {
    await notify(tx, context, { ...about, kind, to: people.filter((id) => !notified.has(id)) });
    for (const id of people) notified.add(id);
  }
}
