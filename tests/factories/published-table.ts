import type pg from "pg";
import { quantityTokens } from "@/lib/text/search/quantities";

const ORDERS =
  "updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order";

/**
 * Fills the projection with `count` rows straight away, without claims behind them: skewed as desks are (few claimants
 * with many claims, many with few), in two scripts, with one language that is rare. The same rows each time. Of the
 * words, `everywhere` stands in all rows, `third` in every third and in the claim itself of every sixth, `seldom` in
 * every hundredth and in the claim itself of every second of these, `former` in the 4,000 oldest. Every
 * thousandth is about $6M.
 */
export async function fillProjection(client: pg.Pool, count: number): Promise<void> {
  await client.query("ALTER TABLE public_claim DROP CONSTRAINT public_claim_claim_id_fkey");
  await client.query("ALTER TABLE public_claim DISABLE TRIGGER USER");
  await client.query(
    `INSERT INTO public_claim (claim_id, slug, status, language, claimant_key, publisher, article_slug, topics,
       ${ORDERS}, search_tokens, search_text, sequence, document, record_head, record_tail)
     SELECT 'claim-' || n, 'slug-' || n, status, CASE WHEN n % 997 = 0 THEN 'ur' WHEN n % 3 = 0 THEN 'ar' ELSE 'en' END,
       'claimant-' || rare, 'publisher-' || rare % 83, 'article-' || n / 20,
       ARRAY['topic-' || rare % 61, 'topic-' || n % 7],
       changed, CASE WHEN status = 'unchecked' THEN timestamptz 'epoch' ELSE changed END, status_rank, n % 12, md5('en' || n), md5('ar' || n), md5('claimant' || rare), md5('قائل' || rare),
       md5('publisher' || rare % 83), array_append(CASE WHEN n % 1000 = 0 THEN $2::text[] ELSE '{}' END, 'year:' || extract(year FROM changed)),
       'claim ' || n || CASE WHEN n % 6 = 0 THEN ' third' ELSE '' END || CASE WHEN n % 200 = 0 THEN ' seldom' ELSE '' END
         || E'\\neverywhere' || CASE WHEN n % 3 = 0 THEN ' third' ELSE '' END || CASE WHEN n % 100 = 0 THEN ' seldom' ELSE '' END
         || CASE WHEN n <= 4000 THEN ' former' ELSE '' END,
       CASE WHEN status = 'unchecked' THEN 0 ELSE n END, jsonb_build_object('id', n), '{"slug":"slug-' || n || '","url":"', '"}'
     FROM generate_series(1, $1) AS n,
       LATERAL (SELECT floor(400 * power((n * 7919 % 10007) / 10007.0, 4))::int AS rare) AS skewed,
       LATERAL (SELECT timestamptz '2020-01-01' + n * interval '37 minutes' AS changed) AS timed,
       LATERAL (SELECT 1 + n * 31 % 8 AS rating) AS picked,
       LATERAL (SELECT (ARRAY['verified','false','false','disputed','disputed','needs_context','unproven','unchecked'])[rating] AS status,
         (ARRAY[5,1,1,2,2,3,0,-3])[rating] AS status_rank) AS rated`,
    [count, quantityTokens(["$6M"])],
  );
  await client.query("ALTER TABLE public_claim ENABLE TRIGGER USER");
  await client.query("CALL rebuild_public_counts()");
  await client.query("CALL rebuild_search_words()");
  await client.query("ANALYZE");
}
