import type { z } from "zod";
import { appendEvent, difference } from "@/lib/audit/events";
import { authorize, type Context } from "@/lib/auth/permissions";
import { freeName } from "@/lib/db/free-name";
import { lockArticle, lockClaim, type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { projectClaim } from "@/lib/public/writer";
import { directionOfLanguage } from "@/lib/text/direction";
import { findQuote } from "@/lib/text/quote";
import { sha256Hex } from "@/lib/text/sha256";
import { slugify } from "@/lib/text/slug";
import type { EditedArticle, NewArticle, translationSchema } from "./schema";

/** Brings an article in with the first version of its text; answers its id and slug. */
export async function createArticle(
  context: Context,
  input: NewArticle,
  translation?: z.infer<typeof translationSchema>,
): Promise<{ id: string; slug: string }> {
  const actor = authorize(context, "article.create");
  return transaction(async (tx) => {
    const [id, now] = [context.newId(), context.now()];
    const { text, slug: given, ...fields } = input;
    const wanted = given ?? slugify(input.title, 80, "article");
    const slug = await freeName(tx, wanted, "article");
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
 * Saves an article. A changed text becomes a new version, and every quote of the last one is found again in it.
 * Throws `conflict` when somebody saved since `input.version`, `invalid` on `text` naming the quotes that are not in
 * the new text any more.
 */
export async function editArticle(context: Context, input: EditedArticle): Promise<void> {
  const actor = authorize(context, "article.edit");
  const { articleId, version, text, ...fields } = input;
  await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const article = await tx.article.findUnique({
      where: { id: articleId },
      include: { versions: { orderBy: { number: "desc" }, take: 1, include: { appearances: true } } },
    });
    const last = article?.versions[0];
    if (!article || !last) throw new AppError("not_found", "There is no such article.");
    if (article.version !== version) {
      throw new AppError("conflict", "Somebody else saved this article after you opened it.", [], "edited");
    }
    const now = context.now();
    const claimIds = [...new Set(last.appearances.map(({ claimId }) => claimId))].sort();
    for (const claimId of claimIds) await lockClaim(tx, claimId);
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...fields,
        direction: directionOfLanguage(fields.language),
        version: { increment: 1 },
        updatedAt: now,
      },
    });
    if (text !== last.text) await addVersion(tx, context, { articleId, last, text, authorId: actor.id });
    const { from, to, changed } = difference<Record<string, unknown>>(
      { ...article, textHash: last.textHash },
      { ...fields, textHash: sha256Hex(text) },
    );
    // Before the event is appended: nobody else waits for the log meanwhile.
    if (changed.some((name) => name !== "textPublic")) await projectUnpublished(tx, claimIds);
    await appendEvent(tx, actor, now, {
      action: "article.edit",
      entity: "article",
      entityId: articleId,
      from,
      to,
    });
  });
}

/** Projects those of the claims that readers see as they are now; a published one is shown as its last revision froze it. */
async function projectUnpublished(tx: Transaction, claimIds: string[]): Promise<void> {
  const shown = await tx.claim.findMany({
    where: { id: { in: claimIds }, publicClaim: { isNot: null }, revisions: { none: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of shown) await projectClaim(tx, id);
}

type Last = {
  number: number;
  appearances: Array<{
    id: string;
    quoteExact: string | null;
    quotePrefix: string | null;
    quoteSuffix: string | null;
    quoteStart: number | null;
  }>;
};

async function addVersion(
  tx: Transaction,
  context: Context,
  { articleId, last, text, authorId }: { articleId: string; last: Last; text: string; authorId: string },
): Promise<void> {
  const moved = last.appearances.map((appearance) => ({
    appearance,
    quote: findQuote(text, {
      exact: appearance.quoteExact ?? "",
      prefix: appearance.quotePrefix ?? undefined,
      suffix: appearance.quoteSuffix ?? undefined,
      start: appearance.quoteStart ?? undefined,
    })[0],
  }));
  const lost = moved.filter(({ quote }) => !quote).map(({ appearance }) => `«${appearance.quoteExact}»`);
  if (lost.length > 0) {
    throw new AppError("invalid", `Quotes that are not in the new text: ${lost.join(", ")}`, [
      { path: "text", message: "quotes_lost" },
    ]);
  }
  const id = context.newId();
  await tx.articleVersion.create({
    data: {
      id,
      articleId,
      number: last.number + 1,
      text,
      textHash: sha256Hex(text),
      createdAt: context.now(),
      createdById: authorId,
    },
  });
  for (const { appearance, quote } of moved) {
    if (!quote) continue;
    await tx.appearance.update({
      where: { id: appearance.id },
      data: {
        articleVersionId: id,
        quoteExact: quote.exact,
        quotePrefix: quote.prefix,
        quoteSuffix: quote.suffix,
        quoteStart: quote.start,
        quoteEnd: quote.end,
      },
    });
  }
}
