import type { PublicClaim } from "@/lib/public/schema";

/** The claims in the order in which their words stand in the text; those whose words do not come last. */
export function inTextOrder(claims: PublicClaim[]): PublicClaim[] {
  const start = ({ source }: PublicClaim) => source?.quote?.start ?? Number.MAX_SAFE_INTEGER;
  return claims.toSorted((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1));
}
