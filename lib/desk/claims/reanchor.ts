import { loggedPlace, quoteColumns } from "@/lib/desk/articles/quotes";
import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockAnyArticle, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { projectClaim } from "@/lib/public/projection/write";
import { placeQuote } from "./places";
import type { ReanchoredQuote } from "./schema";

/**
 * Moves a claim's quote to words of the newest version of its article; returns the claim's new version.
 * Throws `conflict` when somebody saved since `input.version` was read, `not_found` for a claim that is not quoted from
 * an article, `invalid` on `quote` where the words are not in the text, or in several places and none is meant.
 */
export async function reanchorQuote(context: Context, input: ReanchoredQuote): Promise<number> {
  const actor = authorize(context, "claim.edit");
  const { claimId } = input;
  return transaction(async (tx) => {
    // An article is locked before its claims.
    const { articleId } = (await sourceOf(tx, claimId)).version;
    await lockAnyArticle(tx, articleId);
    await lockClaim(tx, claimId);
    const { source, version, claim } = await sourceOf(tx, claimId);
    if (claim.version !== input.version) {
      throw new AppError("conflict", "Somebody else saved this claim after you opened it.", [], "edited");
    }
    const newest = await tx.articleVersion.findFirstOrThrow({
      where: { articleId },
      orderBy: { number: "desc" },
    });
    const selected = input.quoteStart === undefined ? undefined : { start: input.quoteStart };
    const [quote, before] = [placeQuote(newest.text, input.quote, selected), quoteOf(source)];
    const now = context.now();
    await tx.appearance.update({
      where: { id: source.id },
      data: { articleVersionId: newest.id, ...quoteColumns(quote) },
    });
    const saved = await tx.claim.update({
      where: { id: claimId },
      data: { version: { increment: 1 }, updatedAt: now },
    });
    await appendEvent(tx, actor, now, {
      action: "claim.reanchor",
      entity: "claim",
      entityId: claimId,
      from: before && loggedPlace(before, version.number),
      to: loggedPlace(quote, newest.number),
    });
    await projectClaim(tx, claimId);
    return saved.version;
  });
}

async function sourceOf(tx: Transaction, claimId: string) {
  const source = await tx.appearance.findUnique({
    where: { claimId_position: { claimId, position: 0 } },
    include: {
      claim: { select: { version: true } },
      articleVersion: { select: { articleId: true, number: true } },
    },
  });
  if (!source?.articleVersion) {
    throw new AppError("not_found", "There is no such claim with words of an article.");
  }
  return { source, version: source.articleVersion, claim: source.claim };
}
