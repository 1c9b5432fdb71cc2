-- What is long leaves the row for the table beside it, so that more rows stand on a page: 1.4 KB a row instead of 2.
-- Word lists and what the table shows hold nothing that pglz makes shorter: it need not try. Setting the expression that
-- the column has writes the rows that are there anew.
ALTER TABLE public_claim
  SET (toast_tuple_target = 1536),
  ALTER COLUMN search_vector SET STORAGE EXTERNAL,
  ALTER COLUMN claim_vector SET STORAGE EXTERNAL,
  ALTER COLUMN shown SET STORAGE EXTERNAL,
  ALTER COLUMN shown SET EXPRESSION AS (shown_row(document));

-- As before, with all counts from two passes instead of one a pair, and written in the order of their index: a row in a
-- random place of it each time took as long again for a million claims.
CREATE OR REPLACE PROCEDURE rebuild_public_counts() LANGUAGE sql AS $$
  DELETE FROM public_claim_topic;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order)
    SELECT named.topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order
      FROM public_claim, LATERAL (SELECT DISTINCT unnest(topics) AS topic) AS named;
  DELETE FROM public_count;
  INSERT INTO public_count (facet, value, within, within_value, count)
    WITH counted AS (
      SELECT status, claimant_key AS claimant, publisher, NULL AS topic, language, count(*) AS claims FROM public_claim
        GROUP BY GROUPING SETS (status, claimant_key, publisher, language, (status, claimant_key), (status, publisher),
          (status, language), (claimant_key, publisher), (claimant_key, language), (publisher, language))
      UNION ALL
      SELECT status, claimant_key, publisher, named.topic, language, count(*)
        FROM public_claim, LATERAL (SELECT DISTINCT unnest(topics) AS topic) AS named
        GROUP BY GROUPING SETS (named.topic, (named.topic, status), (named.topic, claimant_key), (named.topic, publisher),
          (named.topic, language))
    ), told AS (
      -- Pairs both ways round; the language is no facet within others.
      SELECT one.facet, one.value, coalesce(other.facet, '') AS within, coalesce(other.value, '') AS within_value, claims
        FROM counted
        CROSS JOIN LATERAL (VALUES ('status', status), ('claimant', claimant), ('publisher', publisher), ('topic', topic),
          ('language', language)) AS one (facet, value)
        LEFT JOIN LATERAL (VALUES ('status', status), ('claimant', claimant), ('publisher', publisher), ('topic', topic),
          ('language', language)) AS other (facet, value) ON other.value IS NOT NULL AND other.facet <> one.facet
        WHERE one.value IS NOT NULL AND (one.facet <> 'language' OR other.facet IS NULL)
      UNION ALL SELECT 'article', article_slug, '', '', count(*) FROM public_claim WHERE article_slug IS NOT NULL GROUP BY article_slug
      UNION ALL SELECT 'all', '', '', '', count(*) FROM public_claim HAVING count(*) > 0
    )
    SELECT facet, value, within, within_value, claims FROM told ORDER BY facet, within, within_value, value;
$$;
