import type { PublicArticle, QuotedClaim } from "@/lib/public/articles";

/** Whether the claim's quote stands in the text that is shown, and not only in an earlier version of it. */
export function isInText({ version }: Pick<PublicArticle, "version">, claim: QuotedClaim): boolean {
  return claim.quotedVersion === version;
}

/** The claims in the order in which their words stand in the text; behind them those of earlier versions. */
export function inTextOrder({ version, claims }: Pick<PublicArticle, "version" | "claims">): QuotedClaim[] {
  const age = ({ quotedVersion }: QuotedClaim) => version - quotedVersion;
  const start = ({ source }: QuotedClaim) => source?.quote?.start ?? 0;
  return claims.toSorted((a, b) => age(a) - age(b) || start(a) - start(b) || (a.id < b.id ? -1 : 1));
}
