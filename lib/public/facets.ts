import { db } from "@/lib/db/client";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { type Status, statuses } from "@/lib/verdicts/schema";
import type { ClaimFilter } from "./filters";
import { whereOf } from "./where";

/** What a filter offers: its values with how many claims each has under the other filters. */
export type Facets = {
  status: Array<{ value: Status; count: number }>;
  topic: Array<{ value: string; names: Localized; count: number }>;
  claimant: Array<{ value: string; names: Localized; count: number }>;
  publisher: Array<{ value: string; count: number }>;
};

/** The facets of the table: statuses in their own order, the others by count, most first. */
export async function listFacets(filter: ClaimFilter): Promise<Facets> {
  const without = (key: keyof ClaimFilter) => whereOf({ ...filter, [key]: undefined });
  const [status, claimant, publisher, topicLists, topics] = await Promise.all([
    db().publicClaim.groupBy({ by: ["status"], where: without("status"), _count: true }),
    db().publicClaim.groupBy({ by: ["claimantKey"], where: without("claimant"), _count: true }),
    db().publicClaim.groupBy({ by: ["publisher"], where: without("publisher"), _count: true }),
    db().publicClaim.groupBy({ by: ["topics"], where: without("topic"), _count: true }),
    db().topic.findMany(),
  ]);
  const claimants = await db().claimant.findMany({
    where: { key: { in: claimant.map((row) => row.claimantKey) } },
  });
  const named = (rows: Array<{ key: string; names: unknown }>, key: string) =>
    localizedSchema.parse(rows.find((row) => row.key === key)?.names ?? { en: key });
  const topicCounts = new Map<string, number>();
  for (const row of topicLists) {
    for (const key of row.topics) topicCounts.set(key, (topicCounts.get(key) ?? 0) + row._count);
  }
  const statusCounts = new Map(status.map((row) => [row.status, row._count]));
  return {
    status: statuses.flatMap((value) => {
      const count = statusCounts.get(value);
      return count ? [{ value, count }] : [];
    }),
    topic: mostFirst(
      [...topicCounts].map(([value, count]) => ({ value, names: named(topics, value), count })),
    ),
    claimant: mostFirst(
      claimant.map((row) => ({
        value: row.claimantKey,
        names: named(claimants, row.claimantKey),
        count: row._count,
      })),
    ),
    publisher: mostFirst(publisher.map((row) => ({ value: row.publisher, count: row._count }))),
  };
}

function mostFirst<T extends { value: string; count: number }>(values: T[]): T[] {
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
