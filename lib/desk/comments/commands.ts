import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { notify } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { mentionable } from "./queries";
import { findMentions } from "./rules";
import type { NewComment } from "./schema";

/**
 * Says something about a claim, or answers what was said; answers the comment's id. Whoever it concerns finds it under
 * their bell: those mentioned, those answered, the claim's assignee and its proposers. An answer to an answer stands
 * beside it. Throws `not_found` without the claim, or without the comment on it that is answered.
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
    const answered = await answeredBy(tx, input);
    const places = findMentions(text, await mentionable(tx));
    const mentioned = [...new Set(places.flatMap(({ personIds }) => personIds))];
    const [id, now] = [context.newId(), context.now()];
    await tx.comment.create({
      data: {
        id,
        claimId,
        authorId: actor.id,
        parentId: answered?.threadId,
        text,
        createdAt: now,
        mentions: { create: mentioned.map((personId) => ({ personId })) },
      },
    });
    await appendEvent(tx, actor, now, {
      action: "comment.create",
      entity: "claim",
      entityId: claimId,
      to: { id, parentId: answered?.threadId ?? null, text, mentions: mentioned },
    });
    const concerned = [claim.assigneeId, ...claim.proposals.map(({ proposedById }) => proposedById)];
    await tell(tx, context, { claimId, commentId: id }, mentioned, answered?.authors ?? [], concerned);
    return id;
  });
}

/** The thread that an answer belongs to, and whom it answers: the author of the comment, and of the thread. */
async function answeredBy(tx: Transaction, { claimId, parentId }: NewComment) {
  if (!parentId) return null;
  const answered = await tx.comment.findUnique({
    where: { id: parentId, claimId },
    select: { id: true, authorId: true, parent: { select: { id: true, authorId: true } } },
  });
  if (!answered) throw new AppError("not_found", "There is no such comment.");
  const thread = answered.parent ?? answered;
  return { threadId: thread.id, authors: [answered.authorId, thread.authorId] };
}

/** One notice a person, for the nearest reason. */
async function tell(
  tx: Transaction,
  context: Context,
  about: { claimId: string; commentId: string },
  mentioned: string[],
  answered: string[],
  concerned: Array<string | null>,
): Promise<void> {
  const told = new Set<string | null>();
  const reasons = [
    { kind: "mention", people: mentioned },
    { kind: "answer", people: answered },
    { kind: "comment", people: concerned },
  ] as const;
  for (const { kind, people } of reasons) {
    await notify(tx, context, { ...about, kind, to: people.filter((id) => !told.has(id)) });
    for (const id of people) told.add(id);
  }
}
