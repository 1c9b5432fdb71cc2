import type { z } from "zod";
import { appendEvent, diffFields } from "@/lib/desk/audit/events";
import { rejectFutureDates } from "@/lib/desk/auth/desk-date";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockAnyClaims, lockArticle, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { uniqueName } from "@/lib/platform/db/unique-name";
import { projectClaim } from "@/lib/public/projection/write";
import { directionOfLanguage } from "@/lib/text/direction";
import { normalizeText } from "@/lib/text/normalize";
import { sha256Hex } from "@/lib/text/sha256";
import { slugify } from "@/lib/text/slug";
import type { EditedArticle, NewArticle, translationSchema } from "./schema";
import { addVersion, listQuotedClaims, type UnmovedQuote } from "./versions";

/** Creates an article with the first version of its text. Returns its id and slug. */
export async function createArticle(
  context: Context,
  input: NewArticle,
  translation?: z.infer<typeof translationSchema>,
): Promise<{ id: string; slug: string }> {
  const actor = authorize(context, "article.create");
  rejectFutureDates(context, { publishedOn: input.publishedOn });
  return transaction(async (tx) => {
    const [id, now] = [context.newId(), context.now()];
    const { text, slug: given, ...fields } = input;
    const wanted = given ?? slugify(input.title, 80, "article");
    const slug = await uniqueName(tx, wanted, "article");
    await tx.article.create({
      data: {
        ...fields,
        id,
        slug,
        direction: directionOfLanguage(input.language),
        retrievedAt: now,
        createdAt: now,
        createdById: actor.id,
        updatedAt: now,
        versions: {
          create: {
            id: context.newId(),
            number: 1,
            text,
            textHash: sha256Hex(text),
            createdAt: now,
            createdById: actor.id,
            translations: translation ? { create: translation } : undefined,
          },
        },
      },
    });
    await appendEvent(tx, actor, now, {
      action: "article.create",
      entity: "article",
      entityId: id,
      to: { ...fields, slug, textHash: sha256Hex(text) },
    });
    return { id, slug };
  });
}

/**
 * Saves an article. A changed text becomes a new version, to which quotes with a certain position move.
 * Returns the quotes that stay in their version (`kept`). Throws `conflict` if somebody saved since
 * `input.version` or the article is archived.
 */
export async function editArticle(context: Context, input: EditedArticle): Promise<{ kept: UnmovedQuote[] }> {
  const actor = authorize(context, "article.edit");
  rejectFutureDates(context, { publishedOn: input.publishedOn });
  const { articleId, version, text: given, ...fields } = input;
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const article = await tx.article.findUnique({
      where: { id: articleId },
      include: { versions: { orderBy: { number: "desc" }, take: 1 } },
    });
    const last = article?.versions[0];
    if (!article || !last) throw new AppError("not_found", "There is no such article.");
    if (article.version !== version) {
      throw new AppError("conflict", "Somebody else saved this article after you opened it.", [], "edited");
    }
    // A text that was stored before normalization does not count as changed by it.
    const text = given === normalizeText(last.text) ? last.text : given;
    const now = context.now();
    const claimIds = await listQuotedClaims(tx, articleId);
    await lockAnyClaims(tx, claimIds);
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...fields,
        direction: directionOfLanguage(fields.language),
        version: { increment: 1 },
        updatedAt: now,
      },
    });
    const { events, kept } =
      text === last.text
        ? { events: [], kept: [] }
        : await addVersion(tx, context, { articleId, number: last.number + 1, text, authorId: actor.id });
    const { from, to, changed } = diffFields<Record<string, unknown>>(
      { ...article, textHash: last.textHash },
      { ...fields, textHash: sha256Hex(text) },
    );
    // Before the event is appended, to hold the log's lock for a short time.
    if (changed.some((name) => name !== "textPublic")) await projectUnpublished(tx, claimIds);
    await appendEvent(tx, actor, now, {
      action: "article.edit",
      entity: "article",
      entityId: articleId,
      from,
      to,
    });
    for (const event of events) await appendEvent(tx, actor, now, event);
    return { kept };
  });
}

/** Updates the projection of public claims without a revision; others show their last revision. */
async function projectUnpublished(tx: Transaction, claimIds: string[]): Promise<void> {
  const shown = await tx.claim.findMany({
    where: { id: { in: claimIds }, publicClaim: { isNot: null }, revisions: { none: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of shown) await projectClaim(tx, id);
}
