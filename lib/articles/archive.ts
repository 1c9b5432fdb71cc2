import { appendEvent } from "@/lib/audit/events";
import { authorize, type Context } from "@/lib/auth/permissions";
import { lockArticle, type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";

/**
 * Puts an article away: no claims are made of it any more, and the desk's list leaves it out. What readers see of it stays.
 * Nothing happens where it is archived already. Throws `not_found`.
 */
export async function archiveArticle(context: Context, articleId: string): Promise<void> {
  await setArchived(context, articleId, context.now());
}

/** Takes {@link archiveArticle} back. Nothing happens where the article is not archived. Throws `not_found`. */
export async function restoreArticle(context: Context, articleId: string): Promise<void> {
  await setArchived(context, articleId, null);
}

/**
 * Locks an article of which a claim is to be made, so that nobody edits or archives it before this transaction ends.
 * Throws `conflict` where it is archived.
 */
export async function lockArticleForClaim(tx: Transaction, articleId: string): Promise<void> {
  await lockArticle(tx, articleId);
  const archived = await tx.article.count({ where: { id: articleId, archivedAt: { not: null } } });
  if (archived > 0) {
    throw new AppError(
      "conflict",
      "This article is archived. Restore it before you make claims of it.",
      [{ path: "articleId", message: "article_archived" }],
      "article_archived",
    );
  }
}

async function setArchived(context: Context, articleId: string, archivedAt: Date | null): Promise<void> {
  const actor = authorize(context, "article.archive");
  await transaction(async (tx) => {
    await lockArticle(tx, articleId);
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
