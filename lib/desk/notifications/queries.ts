import { z } from "zod";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { NoticeKind, Prisma } from "@/lib/platform/db/generated/client";
import { idField } from "@/lib/text/fields";

/** A notification as shown in the list. */
export type NotificationListItem = {
  id: string;
  kind: NoticeKind;
  by: string;
  claim: Texts;
  /** Whether the claim is archived. */
  archived: boolean;
  /** The text of the comment that it is about; null for none. */
  comment: string | null;
  createdAt: Date;
  read: boolean;
};

/** A page of notifications, newest first. `older` is the cursor of the next page, null at the end. */
export type NotificationPage = { notifications: NotificationListItem[]; older: string | null };

/** The number of notifications on a page. */
export const NOTIFICATIONS_PER_PAGE = 30;

const cursorSchema = z.tuple([z.iso.datetime(), idField]);

/** The number of the actor's unread notifications. */
export async function countUnreadNotifications(context: Context): Promise<number> {
  const actor = authorize(context, "desk.read");
  return db().notice.count({ where: { personId: actor.id, readAt: null } });
}

/**
 * A page of the actor's notifications, newest first. `before` is a cursor; an invalid one gives the first
 * page.
 */
export async function listNotifications(context: Context, before?: string): Promise<NotificationPage> {
  const actor = authorize(context, "desk.read");
  const rows = await db().notice.findMany({
    where: { personId: actor.id, ...beforeCursor(before) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NOTIFICATIONS_PER_PAGE + 1,
    include: {
      actor: { select: { name: true } },
      comment: { select: { text: true } },
      claim: { select: { text: true, language: true, stage: true, translations: true } },
    },
  });
  const [shown, last] = [rows.slice(0, NOTIFICATIONS_PER_PAGE), rows[NOTIFICATIONS_PER_PAGE - 1]];
  return {
    notifications: shown.map(({ id, kind, actor: by, comment, claim, createdAt, readAt }) => ({
      id,
      kind,
      by: by.name,
      claim: textsByLanguage(claim),
      archived: claim.stage === "archived",
      comment: comment?.text ?? null,
      createdAt,
      read: readAt !== null,
    })),
    older: rows.length > NOTIFICATIONS_PER_PAGE && last ? encodeCursor(last) : null,
  };
}

function encodeCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

function beforeCursor(cursor: string | undefined): Prisma.NoticeWhereInput {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor ?? "", "base64url").toString()));
    // The first condition bounds the index scan.
    return { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] };
  } catch {
    return {};
  }
}
