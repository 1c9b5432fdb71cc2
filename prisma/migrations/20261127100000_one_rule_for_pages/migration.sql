-- A page of the readers' table is read from one index of its order, or selected and sorted: no index for each pair of a
-- filter and an order, no counts for each pair of filters (docs/decisions/031-one-rule-for-pages.md).
DROP INDEX public_claim_status_published_order_claim_id_idx,
  public_claim_status_status_rank_claim_id_idx,
  public_claim_status_evidence_count_claim_id_idx,
  public_claim_status_claim_en_claim_id_idx,
  public_claim_status_claim_ar_claim_id_idx,
  public_claim_status_claimant_en_claim_id_idx,
  public_claim_status_claimant_ar_claim_id_idx,
  public_claim_status_publisher_order_claim_id_idx,
  public_claim_language_published_order_claim_id_idx,
  public_claim_language_status_rank_claim_id_idx,
  public_claim_language_evidence_count_claim_id_idx,
  public_claim_language_claim_en_claim_id_idx,
  public_claim_language_claim_ar_claim_id_idx,
  public_claim_language_claimant_en_claim_id_idx,
  public_claim_language_claimant_ar_claim_id_idx,
  public_claim_language_publisher_order_claim_id_idx,
  public_claim_claimant_key_published_order_claim_id_idx,
  public_claim_claimant_key_status_rank_claim_id_idx,
  public_claim_claimant_key_evidence_count_claim_id_idx,
  public_claim_claimant_key_claim_en_claim_id_idx,
  public_claim_claimant_key_claim_ar_claim_id_idx,
  public_claim_claimant_key_claimant_en_claim_id_idx,
  public_claim_claimant_key_claimant_ar_claim_id_idx,
  public_claim_claimant_key_publisher_order_claim_id_idx,
  public_claim_publisher_published_order_claim_id_idx,
  public_claim_publisher_status_rank_claim_id_idx,
  public_claim_publisher_evidence_count_claim_id_idx,
  public_claim_publisher_claim_en_claim_id_idx,
  public_claim_publisher_claim_ar_claim_id_idx,
  public_claim_publisher_claimant_en_claim_id_idx,
  public_claim_publisher_claimant_ar_claim_id_idx,
  public_claim_publisher_publisher_order_claim_id_idx;

-- A publication adds its words to a list that every search reads through as well, and that is sorted in when it is full: of
-- 128 kB a search takes no notice, and a publication writes a seventh of what forty words by themselves take.
ALTER INDEX public_claim_search_vector_idx SET (fastupdate = on, gin_pending_list_limit = 128);
ALTER INDEX public_claim_search_tokens_idx SET (gin_pending_list_limit = 128);
ALTER INDEX public_claim_facet_values_idx SET (gin_pending_list_limit = 128);

-- What readers filter by several at a time; the values of both are told from a sample of 10,000 rows for each hundred.
ALTER TABLE public_claim ALTER COLUMN status SET STATISTICS 100, ALTER COLUMN search_vector SET STATISTICS 500,
  ALTER COLUMN topics SET STATISTICS 500, ALTER COLUMN claimant_key SET STATISTICS 500, ALTER COLUMN publisher SET STATISTICS 500;

DROP TRIGGER public_claim_topics ON public_claim;
ALTER TABLE public_claim_topic DROP COLUMN published_order, DROP COLUMN status_rank, DROP COLUMN evidence_count, DROP COLUMN claim_en,
  DROP COLUMN claim_ar, DROP COLUMN claimant_en, DROP COLUMN claimant_ar, DROP COLUMN publisher_order;

CREATE OR REPLACE FUNCTION keep_public_claim_topics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM public_claim_topic WHERE claim_id = NEW.claim_id AND NOT topic = ANY (NEW.topics);
  END IF;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at)
    SELECT DISTINCT topic, NEW.claim_id, NEW.updated_at FROM unnest(NEW.topics) AS topic
    ON CONFLICT (claim_id, topic) DO UPDATE SET updated_at = excluded.updated_at
      WHERE public_claim_topic.updated_at <> excluded.updated_at;
  RETURN NULL;
END
$$;
CREATE TRIGGER public_claim_topics_insert AFTER INSERT ON public_claim FOR EACH ROW EXECUTE FUNCTION keep_public_claim_topics();
CREATE TRIGGER public_claim_topics_update AFTER UPDATE ON public_claim FOR EACH ROW
  WHEN (OLD.topics IS DISTINCT FROM NEW.topics OR OLD.updated_at <> NEW.updated_at) EXECUTE FUNCTION keep_public_claim_topics();

DROP FUNCTION public_claim_facets;
DELETE FROM public_count WHERE within <> '';
ALTER TABLE public_count DROP CONSTRAINT public_count_pkey;
DROP INDEX public_count_facet_within_within_value_count_value_idx;
ALTER TABLE public_count DROP COLUMN within, DROP COLUMN within_value, ADD PRIMARY KEY (facet, value);
CREATE INDEX public_count_facet_count_value_idx ON public_count (facet, count DESC, value);

CREATE FUNCTION facets_of(claim public_claim) RETURNS TABLE (facet TEXT, value TEXT) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  VALUES ('all', ''), ('status', claim.status), ('claimant', claim.claimant_key), ('publisher', claim.publisher),
    ('language', claim.language)
  UNION SELECT 'topic', topic FROM unnest(claim.topics) AS topic
  UNION SELECT 'article', claim.article_slug WHERE claim.article_slug IS NOT NULL;
$$;

CREATE OR REPLACE FUNCTION keep_public_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One after the other, or two that count the same values would wait for each other in both orders.
  PERFORM pg_advisory_xact_lock(7286394001);
  INSERT INTO public_count AS stored (facet, value, count)
    SELECT facet, value, sum(change) FROM (
      SELECT *, -1 AS change FROM facets_of(OLD) WHERE TG_OP <> 'INSERT'
      UNION ALL SELECT *, 1 FROM facets_of(NEW) WHERE TG_OP <> 'DELETE'
    ) AS changes
    GROUP BY facet, value HAVING sum(change) <> 0
    ON CONFLICT (facet, value) DO UPDATE SET count = stored.count + excluded.count;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM public_count AS stored USING facets_of(OLD) AS gone
      WHERE stored.facet = gone.facet AND stored.value = gone.value AND stored.count = 0;
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER public_claim_counts ON public_claim;
CREATE CONSTRAINT TRIGGER public_claim_counts AFTER INSERT OR DELETE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_public_counts();
CREATE CONSTRAINT TRIGGER public_claim_counts_update AFTER UPDATE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((OLD.status, OLD.claimant_key, OLD.publisher, OLD.topics, OLD.language, OLD.article_slug)
    IS DISTINCT FROM (NEW.status, NEW.claimant_key, NEW.publisher, NEW.topics, NEW.language, NEW.article_slug))
  EXECUTE FUNCTION keep_public_counts();

CREATE OR REPLACE PROCEDURE rebuild_public_counts() LANGUAGE sql AS $$
  DELETE FROM public_claim_topic;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at)
    SELECT named.topic, claim_id, updated_at FROM public_claim, LATERAL (SELECT DISTINCT unnest(topics) AS topic) AS named;
  DELETE FROM public_count;
  INSERT INTO public_count (facet, value, count)
    SELECT 'all', '', count(*) FROM public_claim HAVING count(*) > 0
    UNION ALL SELECT 'status', status, count(*) FROM public_claim GROUP BY status
    UNION ALL SELECT 'claimant', claimant_key, count(*) FROM public_claim GROUP BY claimant_key
    UNION ALL SELECT 'publisher', publisher, count(*) FROM public_claim GROUP BY publisher
    UNION ALL SELECT 'language', language, count(*) FROM public_claim GROUP BY language
    UNION ALL SELECT 'article', article_slug, count(*) FROM public_claim WHERE article_slug IS NOT NULL GROUP BY article_slug
    UNION ALL SELECT 'topic', topic, count(*) FROM public_claim_topic GROUP BY topic;
$$;

-- As before, but a word that is there is updated and not inserted first, which locks its row and makes its stem.
CREATE OR REPLACE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before TEXT[] = CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE ARRAY(SELECT search_words(OLD.search_vector)) END;
  after TEXT[] = CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE ARRAY(SELECT search_words(NEW.search_vector)) END;
  gained TEXT[] = ARRAY(SELECT unnest(after) EXCEPT SELECT unnest(before));
  lost TEXT[] = ARRAY(SELECT unnest(before) EXCEPT SELECT unnest(after));
BEGIN
  IF cardinality(gained) + cardinality(lost) = 0 THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(7286394001);
  UPDATE search_word SET claims = claims + 1 WHERE word = ANY (gained);
  INSERT INTO search_word (word, stem, behind, claims)
    SELECT word, search_stem(word), search_stems_behind(word), 1 FROM unnest(gained) AS gain (word)
    WHERE NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = gain.word);
  UPDATE search_word SET claims = claims - 1 WHERE word = ANY (lost);
  DELETE FROM search_word WHERE claims = 0 AND word = ANY (lost);
  RETURN NULL;
END
$$;
