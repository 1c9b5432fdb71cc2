-- As before, with the whole table counted for one pair of filters after the other: a claim at a time made a row for each
-- pair of its values first, which took minutes for a million claims.
CREATE OR REPLACE PROCEDURE rebuild_public_counts() LANGUAGE plpgsql AS $$
DECLARE
  one record;
  other record;
BEGIN
  DELETE FROM public_claim_topic;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order)
    SELECT named.topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order
      FROM public_claim, LATERAL (SELECT DISTINCT unnest(topics) AS topic) AS named;
  DELETE FROM public_count;
  INSERT INTO public_count (facet, value, within, within_value, count)
    SELECT 'all', '', '', '', count(*) FROM public_claim HAVING count(*) > 0;
  FOR one IN
    SELECT * FROM (VALUES
      (1, 'status', 'c.status'), (2, 'claimant', 'c.claimant_key'), (3, 'publisher', 'c.publisher'), (4, 'topic', 't.topic'),
      (5, 'language', 'c.language'), (6, 'article', 'c.article_slug')) AS facets (place, facet, col)
  LOOP
    EXECUTE format(
      'INSERT INTO public_count (facet, value, within, within_value, count)
         SELECT %L, %s, '''', '''', count(*) FROM public_claim AS c %s WHERE %2$s IS NOT NULL GROUP BY %2$s',
      one.facet, one.col, CASE WHEN one.facet = 'topic' THEN 'JOIN public_claim_topic AS t USING (claim_id)' END);
    -- Pairs both ways round; the language is no facet within others.
    FOR other IN
      SELECT * FROM (VALUES
        (2, 'claimant', 'c.claimant_key'), (3, 'publisher', 'c.publisher'), (4, 'topic', 't.topic'), (5, 'language', 'c.language'))
        AS facets (place, facet, col) WHERE place > one.place AND one.place < 5
    LOOP
      EXECUTE format(
        'INSERT INTO public_count (facet, value, within, within_value, count)
           SELECT pair.*, counted.count FROM (SELECT %2$s AS a, %4$s AS b, count(*) FROM public_claim AS c %5$s GROUP BY 1, 2) AS counted,
             LATERAL (VALUES (%1$L, a, %3$L, b), (%3$L, b, %1$L, a)) AS pair (facet, value, within, within_value)
           WHERE pair.facet <> ''language''',
        one.facet, one.col, other.facet, other.col,
        CASE WHEN 'topic' IN (one.facet, other.facet) THEN 'JOIN public_claim_topic AS t USING (claim_id)' END);
    END LOOP;
  END LOOP;
END
$$;
