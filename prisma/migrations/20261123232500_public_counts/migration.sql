-- The export record as text, so that the API and the exports send it as it is.
ALTER TABLE "public_claim" ADD COLUMN "record_head" TEXT NOT NULL DEFAULT '',
ADD COLUMN "record_tail" TEXT NOT NULL DEFAULT '';

-- What tells two texts apart in an order stands at their beginning, and an index entry has room for so much.
UPDATE public_claim SET claim_en = left(claim_en, 80), claim_ar = left(claim_ar, 80),
  claimant_en = left(claimant_en, 80), claimant_ar = left(claimant_ar, 80), publisher_order = left(publisher_order, 80);

CREATE TABLE "public_claim_topic" (
    "topic" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_order" TIMESTAMPTZ(3) NOT NULL,
    "status_rank" INTEGER NOT NULL,
    "evidence_count" INTEGER NOT NULL,
    "claim_en" TEXT NOT NULL,
    "claim_ar" TEXT NOT NULL,
    "claimant_en" TEXT NOT NULL,
    "claimant_ar" TEXT NOT NULL,
    "publisher_order" TEXT NOT NULL,

    CONSTRAINT "public_claim_topic_pkey" PRIMARY KEY ("claim_id","topic")
);

CREATE TABLE "public_count" (
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "within" TEXT NOT NULL,
    "within_value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "public_count_pkey" PRIMARY KEY ("facet","within","within_value","value")
);
CREATE INDEX "public_count_facet_within_within_value_count_value_idx" ON "public_count"("facet", "within", "within_value", "count" DESC, "value");

-- Every filter in every order: a page is read from the index that has its rows side by side.
CREATE INDEX "public_claim_status_published_order_claim_id_idx" ON "public_claim"("status", "published_order", "claim_id");
CREATE INDEX "public_claim_status_status_rank_claim_id_idx" ON "public_claim"("status", "status_rank", "claim_id");
CREATE INDEX "public_claim_status_evidence_count_claim_id_idx" ON "public_claim"("status", "evidence_count", "claim_id");
CREATE INDEX "public_claim_status_claim_en_claim_id_idx" ON "public_claim"("status", "claim_en", "claim_id");
CREATE INDEX "public_claim_status_claim_ar_claim_id_idx" ON "public_claim"("status", "claim_ar", "claim_id");
CREATE INDEX "public_claim_status_claimant_en_claim_id_idx" ON "public_claim"("status", "claimant_en", "claim_id");
CREATE INDEX "public_claim_status_claimant_ar_claim_id_idx" ON "public_claim"("status", "claimant_ar", "claim_id");
CREATE INDEX "public_claim_status_publisher_order_claim_id_idx" ON "public_claim"("status", "publisher_order", "claim_id");
CREATE INDEX "public_claim_language_updated_at_claim_id_idx" ON "public_claim"("language", "updated_at", "claim_id");
CREATE INDEX "public_claim_language_published_order_claim_id_idx" ON "public_claim"("language", "published_order", "claim_id");
CREATE INDEX "public_claim_language_status_rank_claim_id_idx" ON "public_claim"("language", "status_rank", "claim_id");
CREATE INDEX "public_claim_language_evidence_count_claim_id_idx" ON "public_claim"("language", "evidence_count", "claim_id");
CREATE INDEX "public_claim_language_claim_en_claim_id_idx" ON "public_claim"("language", "claim_en", "claim_id");
CREATE INDEX "public_claim_language_claim_ar_claim_id_idx" ON "public_claim"("language", "claim_ar", "claim_id");
CREATE INDEX "public_claim_language_claimant_en_claim_id_idx" ON "public_claim"("language", "claimant_en", "claim_id");
CREATE INDEX "public_claim_language_claimant_ar_claim_id_idx" ON "public_claim"("language", "claimant_ar", "claim_id");
CREATE INDEX "public_claim_language_publisher_order_claim_id_idx" ON "public_claim"("language", "publisher_order", "claim_id");
CREATE INDEX "public_claim_claimant_key_published_order_claim_id_idx" ON "public_claim"("claimant_key", "published_order", "claim_id");
CREATE INDEX "public_claim_claimant_key_status_rank_claim_id_idx" ON "public_claim"("claimant_key", "status_rank", "claim_id");
CREATE INDEX "public_claim_claimant_key_evidence_count_claim_id_idx" ON "public_claim"("claimant_key", "evidence_count", "claim_id");
CREATE INDEX "public_claim_claimant_key_claim_en_claim_id_idx" ON "public_claim"("claimant_key", "claim_en", "claim_id");
CREATE INDEX "public_claim_claimant_key_claim_ar_claim_id_idx" ON "public_claim"("claimant_key", "claim_ar", "claim_id");
CREATE INDEX "public_claim_claimant_key_claimant_en_claim_id_idx" ON "public_claim"("claimant_key", "claimant_en", "claim_id");
CREATE INDEX "public_claim_claimant_key_claimant_ar_claim_id_idx" ON "public_claim"("claimant_key", "claimant_ar", "claim_id");
CREATE INDEX "public_claim_claimant_key_publisher_order_claim_id_idx" ON "public_claim"("claimant_key", "publisher_order", "claim_id");
CREATE INDEX "public_claim_publisher_published_order_claim_id_idx" ON "public_claim"("publisher", "published_order", "claim_id");
CREATE INDEX "public_claim_publisher_status_rank_claim_id_idx" ON "public_claim"("publisher", "status_rank", "claim_id");
CREATE INDEX "public_claim_publisher_evidence_count_claim_id_idx" ON "public_claim"("publisher", "evidence_count", "claim_id");
CREATE INDEX "public_claim_publisher_claim_en_claim_id_idx" ON "public_claim"("publisher", "claim_en", "claim_id");
CREATE INDEX "public_claim_publisher_claim_ar_claim_id_idx" ON "public_claim"("publisher", "claim_ar", "claim_id");
CREATE INDEX "public_claim_publisher_claimant_en_claim_id_idx" ON "public_claim"("publisher", "claimant_en", "claim_id");
CREATE INDEX "public_claim_publisher_claimant_ar_claim_id_idx" ON "public_claim"("publisher", "claimant_ar", "claim_id");
CREATE INDEX "public_claim_publisher_publisher_order_claim_id_idx" ON "public_claim"("publisher", "publisher_order", "claim_id");
CREATE INDEX "public_claim_topic_topic_updated_at_claim_id_idx" ON "public_claim_topic"("topic", "updated_at", "claim_id");
CREATE INDEX "public_claim_topic_topic_published_order_claim_id_idx" ON "public_claim_topic"("topic", "published_order", "claim_id");
CREATE INDEX "public_claim_topic_topic_status_rank_claim_id_idx" ON "public_claim_topic"("topic", "status_rank", "claim_id");
CREATE INDEX "public_claim_topic_topic_evidence_count_claim_id_idx" ON "public_claim_topic"("topic", "evidence_count", "claim_id");
CREATE INDEX "public_claim_topic_topic_claim_en_claim_id_idx" ON "public_claim_topic"("topic", "claim_en", "claim_id");
CREATE INDEX "public_claim_topic_topic_claim_ar_claim_id_idx" ON "public_claim_topic"("topic", "claim_ar", "claim_id");
CREATE INDEX "public_claim_topic_topic_claimant_en_claim_id_idx" ON "public_claim_topic"("topic", "claimant_en", "claim_id");
CREATE INDEX "public_claim_topic_topic_claimant_ar_claim_id_idx" ON "public_claim_topic"("topic", "claimant_ar", "claim_id");
CREATE INDEX "public_claim_topic_topic_publisher_order_claim_id_idx" ON "public_claim_topic"("topic", "publisher_order", "claim_id");

ALTER TABLE "public_claim_topic" ADD CONSTRAINT "public_claim_topic_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "public_claim"("claim_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rows of public_claim_topic follow their claim at once.
CREATE FUNCTION keep_public_claim_topics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.topics, NEW.updated_at, NEW.published_order, NEW.status_rank, NEW.evidence_count, NEW.claim_en, NEW.claim_ar, NEW.claimant_en, NEW.claimant_ar, NEW.publisher_order) IS NOT DISTINCT FROM
       (OLD.topics, OLD.updated_at, OLD.published_order, OLD.status_rank, OLD.evidence_count, OLD.claim_en, OLD.claim_ar, OLD.claimant_en, OLD.claimant_ar, OLD.publisher_order) THEN
      RETURN NULL;
    END IF;
    DELETE FROM public_claim_topic WHERE claim_id = OLD.claim_id;
  END IF;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order)
    SELECT DISTINCT topic, NEW.claim_id, NEW.updated_at, NEW.published_order, NEW.status_rank, NEW.evidence_count, NEW.claim_en, NEW.claim_ar, NEW.claimant_en, NEW.claimant_ar, NEW.publisher_order
      FROM unnest(NEW.topics) AS topic;
  RETURN NULL;
END
$$;
CREATE TRIGGER public_claim_topics AFTER INSERT OR UPDATE ON public_claim
  FOR EACH ROW EXECUTE FUNCTION keep_public_claim_topics();

-- Everything that one row counts for: alone, and each pair of two different filters both ways round.
CREATE FUNCTION public_claim_facets(status text, claimant text, publisher text, topics text[], language text, article text)
RETURNS TABLE (facet text, value text, within text, within_value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH own (facet, value) AS (
    VALUES ('status', $1), ('claimant', $2), ('publisher', $3)
    UNION SELECT 'topic', topic FROM unnest($4) AS topic
  ), other (facet, value) AS (
    SELECT * FROM own UNION ALL SELECT 'language', $5
  )
  SELECT own.facet, own.value, other.facet, other.value FROM own JOIN other ON own.facet <> other.facet
  UNION ALL SELECT other.facet, other.value, '', '' FROM other
  UNION ALL SELECT 'article', $6, '', '' WHERE $6 IS NOT NULL
  UNION ALL SELECT 'all', '', '', ''
$$;

-- At the commit, behind the lock of the event log that every command holds by then (lib/audit/events.ts): two
-- publications count one after the other, in the same order, and hold nobody up before.
CREATE FUNCTION keep_public_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND
    (NEW.status, NEW.claimant_key, NEW.publisher, NEW.topics, NEW.language, NEW.article_slug) IS NOT DISTINCT FROM
    (OLD.status, OLD.claimant_key, OLD.publisher, OLD.topics, OLD.language, OLD.article_slug) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(7286394001);
  INSERT INTO public_count AS kept (facet, value, within, within_value, count)
    SELECT facet, value, within, within_value, sum(change) FROM (
      SELECT f.*, -1 AS change FROM public_claim_facets(
        OLD.status, OLD.claimant_key, OLD.publisher, OLD.topics, OLD.language, OLD.article_slug) AS f WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT f.*, 1 FROM public_claim_facets(
        NEW.status, NEW.claimant_key, NEW.publisher, NEW.topics, NEW.language, NEW.article_slug) AS f WHERE TG_OP <> 'DELETE'
    ) AS changes
    GROUP BY facet, value, within, within_value HAVING sum(change) <> 0
    ON CONFLICT (facet, within, within_value, value) DO UPDATE SET count = kept.count + excluded.count;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM public_count AS kept USING public_claim_facets(
        OLD.status, OLD.claimant_key, OLD.publisher, OLD.topics, OLD.language, OLD.article_slug) AS f
      WHERE kept.facet = f.facet AND kept.within = f.within AND kept.within_value = f.within_value
        AND kept.value = f.value AND kept.count = 0;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER public_claim_counts AFTER INSERT OR UPDATE OR DELETE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_public_counts();

-- Both from the projection as it stands: for what was there before this migration, and after rows were copied in.
CREATE PROCEDURE rebuild_public_counts() LANGUAGE sql AS $$
  DELETE FROM public_claim_topic;
  INSERT INTO public_claim_topic (topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order)
    SELECT DISTINCT topic, claim_id, updated_at, published_order, status_rank, evidence_count, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order
      FROM public_claim, unnest(topics) AS topic;
  DELETE FROM public_count;
  INSERT INTO public_count (facet, value, within, within_value, count)
    SELECT f.facet, f.value, f.within, f.within_value, count(*)
      FROM public_claim AS c, public_claim_facets(
        c.status, c.claimant_key, c.publisher, c.topics, c.language, c.article_slug) AS f
      GROUP BY 1, 2, 3, 4;
$$;
CALL rebuild_public_counts();
