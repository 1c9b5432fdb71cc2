import type { SearchCase } from "./cases";

/** How well a search finds, each from 0 to 1, over the cases that must find something. */
export type SearchFigures = { recallAt10: number; meanReciprocalRank: number };

/**
 * Recall at 10 (the part of what must be found that stands among the first ten, at most 10 being asked of them) and
 * the mean reciprocal rank of the first that must be found. `found` holds the slugs by query, best first.
 */
export function searchFigures(
  cases: readonly SearchCase[],
  found: ReadonlyMap<string, string[]>,
): SearchFigures {
  const asked = cases.filter(({ finds }) => finds.length > 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const of = (q: string) => found.get(q) ?? [];
  return {
    recallAt10: mean(
      asked.map(({ q, finds }) => {
        const first = of(q).slice(0, 10);
        return finds.filter((slug) => first.includes(slug)).length / Math.min(10, finds.length);
      }),
    ),
    meanReciprocalRank: mean(
      asked.map(({ q, finds }) => {
        const rank = of(q).findIndex((slug) => finds.includes(slug)) + 1;
        return rank === 0 ? 0 : 1 / rank;
      }),
    ),
  };
}
