import type { QuotedClaim } from "@/lib/public/articles";

/** The claims in the order in which their words stand in the text; those of earlier versions come last. */
export function inTextOrder(claims: QuotedClaim[]): QuotedClaim[] {
  const start = ({ inText, source }: QuotedClaim) =>
    inText ? (source?.quote?.start ?? 0) : Number.MAX_SAFE_INTEGER;
  return claims.toSorted((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1));
}
