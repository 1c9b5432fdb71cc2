import type { Prisma } from "@/lib/db/generated/client";
import { fold } from "@/lib/text/fold";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import type { ClaimFilter } from "./filters";

/** The filters as conditions on the projection. Every word of `q` must be found, in any script's spelling. */
export function whereOf(filter: Partial<ClaimFilter>): Prisma.PublicClaimWhereInput {
  const words = fold(filter.q ?? "")
    .split(" ")
    .filter(Boolean);
  const conditions: Prisma.PublicClaimWhereInput[] = words.map((word) => ({
    searchText: { contains: word },
  }));
  // Something was asked for, but nothing that can be found: punctuation, say.
  if (filter.q && words.length === 0) conditions.push({ claimId: { in: [] } });
  if (filter.status?.length) conditions.push({ status: { in: filter.status } });
  if (filter.topic?.length) conditions.push({ topics: { hasSome: filter.topic } });
  if (filter.publisher?.length) conditions.push({ publisher: { in: filter.publisher } });
  if (filter.claimant?.length) conditions.push({ claimantKey: { in: filter.claimant } });
  if (filter.article) conditions.push({ articleSlug: filter.article });
  if (filter.language) conditions.push({ language: filter.language });
  if (filter.from) conditions.push({ updatedAt: { gte: firstInstant(filter.from) } });
  if (filter.to) conditions.push({ updatedAt: { lt: instantAfter(filter.to) } });
  return { AND: conditions };
}
