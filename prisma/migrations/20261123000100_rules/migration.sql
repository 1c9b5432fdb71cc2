-- The rules that the schema language cannot express.

-- Published revisions, the audit log and the texts that quotes point into are append-only, for everybody.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Write a new row: a correction, a retraction or a new version.';
END
$$;

CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_no_truncate BEFORE TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER article_version_append_only BEFORE UPDATE OR DELETE ON article_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER article_version_no_truncate BEFORE TRUNCATE ON article_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A revision follows the one before it, without a gap, and names its hash.
CREATE FUNCTION check_revision_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last revision%ROWTYPE;
BEGIN
  SELECT * INTO last FROM revision WHERE claim_id = NEW.claim_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(last.number, 0) + 1 OR NEW.previous_hash IS DISTINCT FROM last.hash THEN
    RAISE EXCEPTION 'revision % of claim % does not follow revision %', NEW.number, NEW.claim_id, coalesce(last.number, 0)
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER revision_chain BEFORE INSERT ON revision
  FOR EACH ROW EXECUTE FUNCTION check_revision_chain();

-- Addresses are http or https and nothing else.
ALTER TABLE article
  ADD CONSTRAINT article_url CHECK (url ~* '^https?://[^\s/?#]+'),
  ADD CONSTRAINT article_archive_url CHECK (archive_url ~* '^https?://[^\s/?#]+');
ALTER TABLE appearance
  ADD CONSTRAINT appearance_url CHECK (url ~* '^https?://[^\s/?#]+');
ALTER TABLE evidence
  ADD CONSTRAINT evidence_url CHECK (url ~* '^https?://[^\s/?#]+'),
  ADD CONSTRAINT evidence_archive_url CHECK (archive_url ~* '^https?://[^\s/?#]+');

-- ISO 8601 dates of reduced precision.
ALTER TABLE article ADD CONSTRAINT article_published_on CHECK (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE claim ADD CONSTRAINT claim_claimed_on CHECK (claimed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE appearance ADD CONSTRAINT appearance_published_on CHECK (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE evidence
  ADD CONSTRAINT evidence_published_on CHECK (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT evidence_accessed_on CHECK (accessed_on ~ '^\d{4}-\d{2}-\d{2}$');

-- Words that must be there.
ALTER TABLE person ADD CONSTRAINT person_named CHECK (btrim(name) <> '' AND email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE article ADD CONSTRAINT article_titled CHECK (btrim(title) <> '' AND btrim(publisher) <> '');
ALTER TABLE article_version ADD CONSTRAINT article_version_text CHECK (btrim(text) <> '' AND number > 0);
ALTER TABLE claim ADD CONSTRAINT claim_text CHECK (btrim(text) <> '');
ALTER TABLE claim_translation ADD CONSTRAINT claim_translation_text CHECK (btrim(text) <> '');
ALTER TABLE evidence ADD CONSTRAINT evidence_titled CHECK (btrim(title) <> '' AND btrim(publisher) <> '');
ALTER TABLE claimant ADD CONSTRAINT claimant_named CHECK (jsonb_typeof(names) = 'object' AND names <> '{}');
ALTER TABLE topic ADD CONSTRAINT topic_named CHECK (jsonb_typeof(names) = 'object' AND names <> '{}');

-- An appearance is in an article of the desk's, with its quote, or at an outside address.
ALTER TABLE appearance
  ADD CONSTRAINT appearance_place CHECK (num_nonnulls(article_version_id, url) = 1),
  ADD CONSTRAINT appearance_position CHECK (position >= 0),
  ADD CONSTRAINT appearance_quote_whole CHECK (
    num_nonnulls(quote_exact, quote_prefix, quote_suffix, quote_start, quote_end) IN (0, 5)),
  ADD CONSTRAINT appearance_quote_span CHECK (
    quote_start >= 0 AND quote_end > quote_start AND char_length(quote_exact) = quote_end - quote_start),
  ADD CONSTRAINT appearance_article_quoted CHECK (article_version_id IS NULL OR quote_exact IS NOT NULL);

-- The words of a quote are the words of the text it points into.
CREATE FUNCTION check_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.article_version_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM article_version v WHERE v.id = NEW.article_version_id
      AND substr(v.text, NEW.quote_start + 1, NEW.quote_end - NEW.quote_start) = NEW.quote_exact
  ) THEN
    RAISE EXCEPTION 'the quote does not stand at % to % of the article', NEW.quote_start, NEW.quote_end
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER appearance_quote BEFORE INSERT OR UPDATE ON appearance
  FOR EACH ROW EXECUTE FUNCTION check_quote();

-- A verdict says something, and a correction or retraction says why.
ALTER TABLE proposal
  ADD CONSTRAINT proposal_words CHECK (summary <> '{}' AND reasons <> '{}'),
  ADD CONSTRAINT proposal_note CHECK (kind = 'publication' OR note <> '{}'),
  ADD CONSTRAINT proposal_decided CHECK ((state = 'open') = (decided_at IS NULL));
ALTER TABLE revision ADD CONSTRAINT revision_first CHECK ((number = 1) = (kind = 'publication') AND (number = 1) = (previous_hash IS NULL));
