import { type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { type Quote, quoteFinder } from "@/lib/text/quote";

/**
 * A claim whose quote stayed in an earlier version of its article's text. `candidates` are the likeliest places where
 * the same words stand in the newest one; a person says whether one of them is meant.
 */
export type QuoteBehind = {
  id: string;
  slug: string;
  /** The claim's version, which its save names. */
  version: number;
  text: Texts;
  quote: Quote;
  /** The number of the version that the quote was captured in. */
  capturedIn: number;
  candidates: Quote[];
  archived: boolean;
};

const MOST_CANDIDATES = 5;

/** The likeliest places of quotes' words in another text, at most five each. */
export function candidatesIn(text: string): (quote: Quote) => Quote[] {
  const find = quoteFinder(text);
  return (quote) => find(quote).slice(0, MOST_CANDIDATES);
}

/** The claims quoted from versions of the article before `newest`, in the order of the versions and their texts. */
export async function listQuotesBehind(
  articleId: string,
  newest: { number: number; text: string },
): Promise<QuoteBehind[]> {
  const rows = await db().appearance.findMany({
    where: { position: 0, articleVersion: { articleId, number: { lt: newest.number } } },
    orderBy: [{ articleVersion: { number: "asc" } }, { quoteStart: "asc" }, { id: "asc" }],
    include: { articleVersion: { select: { number: true } }, claim: { include: { translations: true } } },
  });
  if (rows.length === 0) return [];
  const candidatesOf = candidatesIn(newest.text);
  return rows.flatMap(({ claim, articleVersion, ...row }) => {
    const quote = quoteOf(row);
    if (!quote || !articleVersion) return [];
    const { id, slug, version } = claim;
    return [
      {
        id,
        slug,
        version,
        text: textsOf(claim),
        quote,
        capturedIn: articleVersion.number,
        candidates: candidatesOf(quote),
        archived: claim.stage === "archived",
      },
    ];
  });
}
