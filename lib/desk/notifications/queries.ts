import { z } from "zod";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { NoticeKind, Prisma } from "@/lib/platform/db/generated/client";
import { idField } from "@/lib/text/fields";

/** A line under the bell. */
export type NoticeLine = {
  id: string;
  kind: NoticeKind;
  by: string;
  claim: Texts;
  /** Whether the claim is archived. */
  archived: boolean;
  /** What the comment says, where the notice is about one. */
  comment: string | null;
  createdAt: Date;
  read: boolean;
};

/** The newest notices, and the cursor of the older ones; null where there are none. */
export type NoticePage = { notices: NoticeLine[]; older: string | null };

export const noticesOnPage = 30;

const cursorSchema = z.tuple([z.iso.datetime(), idField]);

/** How many notices the actor has not read. */
export async function countUnread(context: Context): Promise<number> {
  const actor = authorize(context, "desk.read");
  return db().notice.count({ where: { personId: actor.id, readAt: null } });
}

/** What concerns the actor, newest first. `before` is the cursor of a page before; what is none begins anew. */
export async function listNotices(context: Context, before?: string): Promise<NoticePage> {
  const actor = authorize(context, "desk.read");
  const rows = await db().notice.findMany({
    where: { personId: actor.id, ...after(before) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: noticesOnPage + 1,
    include: {
      actor: { select: { name: true } },
      comment: { select: { text: true } },
      claim: { select: { text: true, language: true, stage: true, translations: true } },
    },
  });
  const [shown, last] = [rows.slice(0, noticesOnPage), rows[noticesOnPage - 1]];
  return {
    notices: shown.map(({ id, kind, actor: by, comment, claim, createdAt, readAt }) => ({
      id,
      kind,
      by: by.name,
      claim: textsOf(claim),
      archived: claim.stage === "archived",
      comment: comment?.text ?? null,
      createdAt,
      read: readAt !== null,
    })),
    older: rows.length > noticesOnPage && last ? encode(last) : null,
  };
}

function encode({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

function after(cursor: string | undefined): Prisma.NoticeWhereInput {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor ?? "", "base64url").toString()));
    // The first condition is what the index can begin at.
    return { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] };
  } catch {
    return {};
  }
}
