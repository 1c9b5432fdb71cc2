import type { NewEvent } from "@/lib/desk/audit/events";
import type { Context } from "@/lib/desk/auth/permissions";
import type { Transaction } from "@/lib/platform/db/transaction";
import { quoteOf } from "@/lib/public/projection/snapshot";
import type { Quote } from "@/lib/text/quote";
import { quoteReanchorer } from "@/lib/text/reanchor";
import { sha256Hex } from "@/lib/text/sha256";
import { quoteColumns, quoteForLog } from "./quote-columns";

/**
 * A quote that stays in the version that it was captured in, as its position in the new text is uncertain.
 */
export type UnmovedQuote = { claimId: string; slug: string; quote: string; capturedIn: number };

type NewVersion = { articleId: string; number: number; text: string; authorId: string };

/** The ids of claims that quote any version of the article, in lock order. */
export async function listQuotedClaims(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.appearance.findMany({
    where: { articleVersion: { articleId } },
    distinct: ["claimId"],
    select: { claimId: true },
  });
  return rows.map(({ claimId }) => claimId).sort();
}

/**
 * Adds a version of an article's text. Quotes of any version whose position in it is certain move there; the
 * others (`kept`) stay in their version. The article and the claims must be locked. Returns one event per
 * claim for the caller to append.
 */
export async function addVersion(
  tx: Transaction,
  context: Context,
  { articleId, number, text, authorId }: NewVersion,
): Promise<{ events: NewEvent[]; kept: UnmovedQuote[] }> {
  const [id, createdAt] = [context.newId(), context.now()];
  const quoted = await quotedIn(tx, articleId);
  await tx.articleVersion.create({
    data: { id, articleId, number, text, textHash: sha256Hex(text), createdAt, createdById: authorId },
  });
  const result: { events: NewEvent[]; kept: UnmovedQuote[] } = { events: [], kept: [] };
  const reanchorers = new Map<number, (quote: Quote) => Quote | null>();
  for (const { appearanceId, claim, quote, version } of quoted) {
    const find = reanchorers.get(version.number) ?? quoteReanchorer(version.text, text);
    reanchorers.set(version.number, find);
    const [place, before] = [find(quote), quoteForLog(quote, version.number)];
    const subject = { entity: "claim", entityId: claim.id } as const;
    if (place) {
      const data = { articleVersionId: id, ...quoteColumns(place) };
      await tx.appearance.update({ where: { id: appearanceId }, data });
      result.events.push({
        ...subject,
        action: "claim.quote_moved",
        from: before,
        to: quoteForLog(place, number),
      });
    } else {
      result.kept.push({
        claimId: claim.id,
        slug: claim.slug,
        quote: quote.exact,
        capturedIn: version.number,
      });
      // Quotes of earlier versions were reported before.
      if (version.number === number - 1)
        result.events.push({ ...subject, action: "claim.quote_kept", from: before, to: before });
    }
  }
  return result;
}

async function quotedIn(tx: Transaction, articleId: string) {
  const rows = await tx.appearance.findMany({
    where: { articleVersion: { articleId } },
    orderBy: [{ claimId: "asc" }, { position: "asc" }],
    include: {
      articleVersion: { select: { number: true, text: true } },
      claim: { select: { id: true, slug: true } },
    },
  });
  return rows.flatMap(({ id, claim, articleVersion: version, ...row }) => {
    const quote = quoteOf(row);
    return quote && version ? [{ appearanceId: id, claim, quote, version }] : [];
  });
}
