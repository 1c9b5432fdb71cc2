import { prepared } from "@/lib/db/prepared";
import { ALL_CLAIMS } from "./search-words";

const OF_STATUSES = `SELECT coalesce(sum(count), 0)::int AS claims FROM public_count
  WHERE facet = 'status' AND within = '' AND within_value = '' AND value = ANY ((SELECT $1::text[])::text[])`;

/** How many claims have one of these statuses. */
export async function claimsOfStatuses(statuses: string[]): Promise<number> {
  const [row] = await prepared<{ claims: number }>(OF_STATUSES, [statuses]);
  return row?.claims ?? 0;
}

const LIKELY = `
  SELECT min(coalesce(known.share, stats.least)) * ${ALL_CLAIMS} AS claims
  FROM (
    SELECT most_common_elems::text::text[] AS tokens, most_common_elem_freqs AS shares,
      most_common_elem_freqs[cardinality(most_common_elems::text::text[]) + 1] AS least
    FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'public_claim' AND attname = 'search_tokens'
  ) AS stats
  CROSS JOIN unnest((SELECT $1::text[])) AS asked (token)
  LEFT JOIN LATERAL (
    SELECT share FROM unnest(stats.tokens, stats.shares) AS common (token, share) WHERE common.token = asked.token
  ) AS known ON true`;

/**
 * How many claims are likely to have all of these quantities and values of fields: what PostgreSQL counted in a sample, or the
 * least that it tells of any. Infinity where it counted nothing.
 */
export async function likelyWith(tokens: string[]): Promise<number> {
  const [row] = await prepared<{ claims: number | null }>(LIKELY, [tokens]);
  return row?.claims ?? Number.POSITIVE_INFINITY;
}
