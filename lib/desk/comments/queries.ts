import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Colleague, type CommentPiece, handleOf, piecesOf } from "./rules";

/** A comment as it is shown. */
export type CommentLine = { id: string; author: string; createdAt: Date; pieces: CommentPiece[] };

/** A comment with its answers, oldest first. */
export type Thread = CommentLine & { answers: CommentLine[] };

/** Somebody who can be mentioned: `@` and the handle. */
export type Mentionable = { name: string; handle: string };

const personSelect = { select: { id: true, name: true, email: true } } as const;

/** Everybody who can be mentioned, by name. */
export function mentionable(tx: Pick<Transaction, "person">): Promise<Colleague[]> {
  return tx.person.findMany({
    where: { active: true, role: { not: "reader" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...personSelect,
  });
}

/** What to suggest after an `@`. */
export async function listMentionable(context: Context): Promise<Mentionable[]> {
  authorize(context, "desk.read");
  const everybody = await mentionable(db());
  return everybody.map((person) => ({ name: person.name, handle: handleOf(person, everybody) }));
}

/** What the desk says about a claim, oldest first. */
export async function listComments(context: Context, claimId: string): Promise<Thread[]> {
  authorize(context, "desk.read");
  const rows = await db().comment.findMany({
    where: { claimId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { author: { select: { name: true } }, mentions: { include: { person: personSelect } } },
  });
  const threads = new Map<string, Thread>();
  for (const { id, author, createdAt, text, parentId, mentions } of rows) {
    const pieces = piecesOf(
      text,
      mentions.map(({ person }) => person),
    );
    const line = { id, author: author.name, createdAt, pieces };
    const thread = parentId ? threads.get(parentId) : undefined;
    if (thread) thread.answers.push(line);
    else threads.set(id, { ...line, answers: [] });
  }
  return [...threads.values()];
}
