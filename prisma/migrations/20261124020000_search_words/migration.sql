CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- The text that is searched has two lines: what is claimed and by whom, then everything else. Its words are kept as they
-- are; what is the same word (search_stem), its beginning or nearly it is found in the list of all words (search_word).
DROP INDEX "public_claim_search_text_idx";
ALTER TABLE "public_claim"
  ADD COLUMN "claim_vector" tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple'::regconfig, left(split_part(search_text, E'\n', 1), 200000))) STORED,
  ADD COLUMN "search_vector" tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple'::regconfig, left(search_text, 200000))) STORED;
CREATE INDEX "public_claim_search_vector_idx" ON "public_claim" USING GIN ("search_vector") WITH (fastupdate = off);

-- What all forms of a folded word have in common: Snowball's English stem of what is ASCII, of all else its Arabic stem.
-- That one is taken until nothing more goes: alone it leaves شركه of الشركة, but شرك of شركة. It takes no article after a
-- conjunction either (والشركة). English words that bear no meaning have no stem in its dictionary and are their own.
CREATE FUNCTION search_stem(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  stem text := word;
  longer text;
BEGIN
  IF word ~ '^[ -~]+$' THEN
    RETURN coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word);
  END IF;
  stem := regexp_replace(word, '^[وف](?=ال|لل|بال|كال)', '');
  LOOP
    longer := stem;
    stem := coalesce((ts_lexize('pg_catalog.arabic_stem', longer))[1], longer);
    EXIT WHEN stem = longer;
  END LOOP;
  RETURN stem;
END
$$;

-- In byte order, so that words with one beginning stand side by side on every server.
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "stem" TEXT COLLATE "C" NOT NULL,
    "claims" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_word_stem_idx" ON "search_word"("stem");
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- The words of a text that are looked up in the list: those with a letter, and no longer than words are.
CREATE FUNCTION search_words(vector tsvector) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT word FROM unnest(tsvector_to_array(vector)) AS word WHERE word !~ '^[0-9.,+-]+$' AND length(word) <= 60
$$;

-- At the commit, behind the lock of the event log, as the counts of the filters (keep_public_counts).
CREATE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.search_vector IS NOT DISTINCT FROM OLD.search_vector THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(7286394001);
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_word AS kept (word, stem, claims)
      SELECT word, search_stem(word), 1 FROM search_words(NEW.search_vector) AS word
      WHERE TG_OP = 'INSERT' OR word NOT IN (SELECT search_words(OLD.search_vector))
      ON CONFLICT (word) DO UPDATE SET claims = kept.claims + 1;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE search_word AS kept SET claims = kept.claims - 1 WHERE kept.word IN (
      SELECT word FROM search_words(OLD.search_vector) AS word
      WHERE TG_OP = 'DELETE' OR word NOT IN (SELECT search_words(NEW.search_vector)));
    DELETE FROM search_word AS kept WHERE kept.claims = 0 AND kept.word IN (SELECT search_words(OLD.search_vector));
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER public_claim_words AFTER INSERT OR UPDATE OR DELETE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_search_words();

-- From the projection as it stands: for what was there before, and after rows were copied in.
CREATE PROCEDURE rebuild_search_words() LANGUAGE sql AS $$
  DELETE FROM search_word;
  INSERT INTO search_word (word, stem, claims)
    SELECT word, search_stem(word), ndoc FROM ts_stat('SELECT search_vector FROM public_claim')
    WHERE word !~ '^[0-9.,+-]+$' AND length(word) <= 60;
$$;
CALL rebuild_search_words();

-- The words of the list that `asked` was meant to be, the nearest first: one letter may be wrong or missing or too much
-- from four letters on, two from six on, and two neighbours may stand the wrong way round. Then those it is a part of.
CREATE FUNCTION search_close_words(asked text) RETURNS TABLE (word text, claims integer) LANGUAGE sql STABLE STRICT
SET pg_trgm.similarity_threshold = 0.15 AS $$
  (SELECT near.word, near.claims FROM (
    SELECT kept.word, kept.claims, levenshtein_less_equal(kept.word, asked, 2) AS distance FROM search_word AS kept
    WHERE kept.word % asked AND length(asked) BETWEEN 4 AND 60
      AND length(kept.word) BETWEEN length(asked) - 2 AND length(asked) + 2
  ) AS near
  WHERE near.distance <= CASE WHEN length(asked) < 6 THEN 1 ELSE 2 END
    OR near.word IN (SELECT overlay(asked PLACING reverse(substr(asked, n, 2)) FROM n FOR 2)
      FROM generate_series(1, length(asked) - 1) AS n)
  ORDER BY near.distance, near.claims DESC, near.word LIMIT 3)
  UNION ALL (
    SELECT kept.word, kept.claims FROM search_word AS kept
    WHERE length(asked) >= 3 AND kept.word LIKE '%' || asked || '%' ORDER BY kept.claims DESC, kept.word LIMIT 3
  )
  LIMIT 3
$$;
