import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockAnyArticle, transaction } from "@/lib/platform/db/transaction";

/**
 * Archives an article: until it is restored, it cannot be edited, no claims can be created from it, and the
 * desk's list leaves it out. Readers still see it. Does nothing if it is archived already. Throws
 * `not_found`.
 */
export async function archiveArticle(context: Context, articleId: string): Promise<void> {
  await setArchived(context, articleId, context.now());
}

/** Restores an archived article. Does nothing if it is not archived. Throws `not_found`. */
export async function restoreArticle(context: Context, articleId: string): Promise<void> {
  await setArchived(context, articleId, null);
}

async function setArchived(context: Context, articleId: string, archivedAt: Date | null): Promise<void> {
  const actor = authorize(context, "article.archive");
  await transaction(async (tx) => {
    await lockAnyArticle(tx, articleId);
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { archivedAt: true } });
    if (!article) throw new AppError("not_found", "There is no such article.");
    if ((article.archivedAt === null) === (archivedAt === null)) return;
    await tx.article.update({ where: { id: articleId }, data: { archivedAt, updatedAt: context.now() } });
    await appendEvent(tx, actor, context.now(), {
      action: archivedAt ? "article.archive" : "article.restore",
      entity: "article",
      entityId: articleId,
      from: { archivedAt: article.archivedAt },
      to: { archivedAt },
    });
  });
}
