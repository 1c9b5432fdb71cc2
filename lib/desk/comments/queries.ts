import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Colleague, type CommentPiece, getHandle, splitComment } from "./rules";

/** A comment to show, split into pieces. */
export type CommentListItem = { id: string; author: string; createdAt: Date; pieces: CommentPiece[] };

/** A comment with its replies, oldest first. */
export type CommentThread = CommentListItem & { replies: CommentListItem[] };

/** A person who can be mentioned by `@` and the handle. */
export type MentionablePerson = { name: string; handle: string };

const personSelect = { select: { id: true, name: true, email: true } } as const;

/** All people who can be mentioned, by name. */
export function findMentionablePeople(tx: Pick<Transaction, "person">): Promise<Colleague[]> {
  return tx.person.findMany({
    where: { active: true, role: { not: "reader" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...personSelect,
  });
}

/** The suggestions after an `@`, by name. */
export async function listMentionable(context: Context): Promise<MentionablePerson[]> {
  authorize(context, "desk.read");
  const people = await findMentionablePeople(db());
  return people.map((person) => ({ name: person.name, handle: getHandle(person, people) }));
}

/** The comments on a claim by thread, oldest first. */
export async function listComments(context: Context, claimId: string): Promise<CommentThread[]> {
  authorize(context, "desk.read");
  const rows = await db().comment.findMany({
    where: { claimId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { author: { select: { name: true } }, mentions: { include: { person: personSelect } } },
  });
  const threads = new Map<string, CommentThread>();
  for (const { id, author, createdAt, text, parentId, mentions } of rows) {
    const pieces = splitComment(
      text,
      mentions.map(({ person }) => person),
    );
    const line = { id, author: author.name, createdAt, pieces };
    const thread = parentId ? threads.get(parentId) : undefined;
    if (thread) thread.replies.push(line);
    else threads.set(id, { ...line, replies: [] });
  }
  return [...threads.values()];
}
