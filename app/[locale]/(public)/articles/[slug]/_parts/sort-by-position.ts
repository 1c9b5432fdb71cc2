import type { QuotedClaim } from "@/lib/public/articles";

/**
 * Returns the claims in the order of their quotes in the text; those quoted from earlier versions come last.
 */
export function sortByPosition(claims: QuotedClaim[]): QuotedClaim[] {
  const start = ({ inText, source }: QuotedClaim) =>
    inText ? (source?.quote?.start ?? 0) : Number.MAX_SAFE_INTEGER;
  return claims.toSorted((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1));
}
