import { quoteColumns, quoteForLog } from "@/lib/desk/articles/quote-columns";
import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockAnyArticle, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { projectClaim } from "@/lib/public/projection/write";
import { locateQuote } from "./locate-quote";
import type { ReanchorInput } from "./schema";

/**
 * Moves a claim's quote to the newest version of its article. Returns the claim's new version. Throws
 * `conflict` if somebody saved since `input.version`, `not_found` for a claim without an article as its
 * source, `invalid` on `quote` if the words are not in the text or are ambiguous.
 */
export async function reanchorQuote(context: Context, input: ReanchorInput): Promise<number> {
  const actor = authorize(context, "claim.edit");
  const { claimId } = input;
  return transaction(async (tx) => {
    // An article is locked before its claims.
    const { articleId } = (await loadSource(tx, claimId)).version;
    await lockAnyArticle(tx, articleId);
    await lockClaim(tx, claimId);
    const { source, version, claim } = await loadSource(tx, claimId);
    if (claim.version !== input.version) {
      throw new AppError("conflict", "Somebody else saved this claim after you opened it.", [], "edited");
    }
    const newest = await tx.articleVersion.findFirstOrThrow({
      where: { articleId },
      orderBy: { number: "desc" },
    });
    const selected = input.quoteStart === undefined ? undefined : { start: input.quoteStart };
    const [quote, before] = [locateQuote(newest.text, input.quote, selected), quoteOf(source)];
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
      from: before && quoteForLog(before, version.number),
      to: quoteForLog(quote, newest.number),
    });
    await projectClaim(tx, claimId);
    return saved.version;
  });
}

async function loadSource(tx: Transaction, claimId: string) {
  const source = await tx.appearance.findUnique({
    where: { claimId_position: { claimId, position: 0 } },
    include: {
      claim: { select: { version: true } },
      articleVersion: { select: { articleId: true, number: true } },
    },
  });
  if (!source?.articleVersion) {
    throw new AppError("not_found", "There is no such claim that quotes an article.");
  }
  return { source, version: source.articleVersion, claim: source.claim };
}
