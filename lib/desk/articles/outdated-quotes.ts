import { type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { type Quote, quoteFinder } from "@/lib/text/quote";

/**
 * A claim that quotes an earlier version of its article's text. `candidates` are the most similar passages of
 * the newest version, from which an editor chooses.
 */
export type OutdatedClaimQuote = {
  id: string;
  slug: string;
  /** The claim's version, for optimistic locking. */
  version: number;
  text: Texts;
  quote: Quote;
  /** The number of the version that the quote was captured in. */
  capturedIn: number;
  candidates: Quote[];
  archived: boolean;
};

const MAX_CANDIDATES = 5;

/** Returns a function that finds the most similar passages to a quote in the text, at most five. */
export function createCandidateFinder(text: string): (quote: Quote) => Quote[] {
  const find = quoteFinder(text);
  return (quote) => find(quote).slice(0, MAX_CANDIDATES);
}

/** The claims that quote versions of the article before `newest`, ordered by version and position. */
export async function listOutdatedQuotes(
  articleId: string,
  newest: { number: number; text: string },
): Promise<OutdatedClaimQuote[]> {
  const rows = await db().appearance.findMany({
    where: { position: 0, articleVersion: { articleId, number: { lt: newest.number } } },
    orderBy: [{ articleVersion: { number: "asc" } }, { quoteStart: "asc" }, { id: "asc" }],
    include: { articleVersion: { select: { number: true } }, claim: { include: { translations: true } } },
  });
  if (rows.length === 0) return [];
  const candidatesOf = createCandidateFinder(newest.text);
  return rows.flatMap(({ claim, articleVersion, ...row }) => {
    const quote = quoteOf(row);
    if (!quote || !articleVersion) return [];
    const { id, slug, version } = claim;
    return [
      {
        id,
        slug,
        version,
        text: textsByLanguage(claim),
        quote,
        capturedIn: articleVersion.number,
        candidates: candidatesOf(quote),
        archived: claim.stage === "archived",
      },
    ];
  });
}
