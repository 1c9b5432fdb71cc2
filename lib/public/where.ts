import type { Prisma } from "@/lib/db/generated/client";
import { fold } from "@/lib/text/fold";
import { partialDateParts } from "@/lib/text/partial-date";
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
  if (filter.from) conditions.push({ updatedAt: { gte: firstDay(filter.from) } });
  if (filter.to) conditions.push({ updatedAt: { lt: dayAfter(filter.to) } });
  return { AND: conditions };
}

function firstDay(date: string): Date {
  const { year, month = 1, day = 1 } = partialDateParts(date);
  return new Date(Date.UTC(year, month - 1, day));
}

function dayAfter(date: string): Date {
  const { year, month, day } = partialDateParts(date);
  if (month === undefined) return new Date(Date.UTC(year + 1, 0, 1));
  if (day === undefined) return new Date(Date.UTC(year, month, 1));
  return new Date(Date.UTC(year, month - 1, day + 1));
}
