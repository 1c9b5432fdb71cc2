import type { NewEvent } from "@/lib/desk/audit/events";
import type { Context } from "@/lib/desk/auth/permissions";
import type { Transaction } from "@/lib/platform/db/transaction";
import { quoteOf } from "@/lib/public/projection/snapshot";
import type { Quote } from "@/lib/text/quote";
import { sureQuotes } from "@/lib/text/reanchor";
import { sha256Hex } from "@/lib/text/sha256";
import { loggedPlace, quoteColumns } from "./quotes";

/** A claim whose quote stayed in the version that it was captured in, as its place in the new text is not sure. */
export type KeptQuote = { claimId: string; slug: string; quote: string; capturedIn: number };

type NewVersion = { articleId: string; number: number; text: string; authorId: string };

/** The claims that are quoted from any version of the article, in the order in which they are locked. */
export async function claimsQuotedFrom(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.appearance.findMany({
    where: { articleVersion: { articleId } },
    distinct: ["claimId"],
    select: { claimId: true },
  });
  return rows.map(({ claimId }) => claimId).sort();
}

/**
 * Adds a version of an article's text. Quotes whose place in it is sure move there, also those of earlier versions;
 * the others stay in theirs. The article and the claims must be locked. Returns the events that tell each claim, for the
 * caller to append, and the quotes that are not in the new version.
 */
export async function addVersion(
  tx: Transaction,
  context: Context,
  { articleId, number, text, authorId }: NewVersion,
): Promise<{ events: NewEvent[]; kept: KeptQuote[] }> {
  const [id, createdAt] = [context.newId(), context.now()];
  const quoted = await quotedIn(tx, articleId);
  await tx.articleVersion.create({
    data: { id, articleId, number, text, textHash: sha256Hex(text), createdAt, createdById: authorId },
  });
  const result: { events: NewEvent[]; kept: KeptQuote[] } = { events: [], kept: [] };
  const sureIn = new Map<number, (quote: Quote) => Quote | null>();
  for (const { appearanceId, claim, quote, version } of quoted) {
    const find = sureIn.get(version.number) ?? sureQuotes(version.text, text);
    sureIn.set(version.number, find);
    const [place, before] = [find(quote), loggedPlace(quote, version.number)];
    const told = { entity: "claim", entityId: claim.id } as const;
    if (place) {
      const data = { articleVersionId: id, ...quoteColumns(place) };
      await tx.appearance.update({ where: { id: appearanceId }, data });
      result.events.push({
        ...told,
        action: "claim.quote_moved",
        from: before,
        to: loggedPlace(place, number),
      });
    } else {
      result.kept.push({
        claimId: claim.id,
        slug: claim.slug,
        quote: quote.exact,
        capturedIn: version.number,
      });
      // Those that had stayed behind before are where they were.
      if (version.number === number - 1)
        result.events.push({ ...told, action: "claim.quote_kept", from: before, to: before });
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
