-- Texts in their normal form (lib/text/normalize.ts) and within the limits of lib/text/limits.ts, whoever writes them. By
-- triggers rather than checks: a row from before keeps its texts as they are, and can still be changed in all else.
CREATE FUNCTION text_fits(value TEXT, longest INT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NULL OR char_length(value) <= longest
  AND value !~ '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202D\u202E\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]';

CREATE FUNCTION texts_fit(texts JSONB, longest INT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN texts IS NULL
  OR NOT EXISTS (SELECT FROM jsonb_each_text(texts) AS text WHERE NOT text_fits(text.value, longest));

-- What was removed comes back as it was: the command that undoes a removal says so for its transaction.
CREATE FUNCTION refuse_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('veritable.undoing', true) = 'yes' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A text of % is too long or not in its normal form', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END;
$$;

CREATE TRIGGER article_texts BEFORE INSERT ON article FOR EACH ROW
  WHEN (NOT (text_fits(NEW.title, 500) AND text_fits(NEW.publisher, 300) AND text_fits(NEW.author, 300) AND texts_fit(NEW.disclosure, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER article_texts_update BEFORE UPDATE ON article FOR EACH ROW
  WHEN (NEW.title IS DISTINCT FROM OLD.title AND NOT text_fits(NEW.title, 500)
    OR NEW.publisher IS DISTINCT FROM OLD.publisher AND NOT text_fits(NEW.publisher, 300)
    OR NEW.author IS DISTINCT FROM OLD.author AND NOT text_fits(NEW.author, 300)
    OR NEW.disclosure IS DISTINCT FROM OLD.disclosure AND NOT texts_fit(NEW.disclosure, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER article_version_texts BEFORE INSERT ON article_version FOR EACH ROW
  WHEN (NOT (text_fits(NEW.text, 1000000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER article_translation_texts BEFORE INSERT ON article_translation FOR EACH ROW
  WHEN (NOT (text_fits(NEW.title, 500) AND text_fits(NEW.text, 1000000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER article_translation_texts_update BEFORE UPDATE ON article_translation FOR EACH ROW
  WHEN (NEW.title IS DISTINCT FROM OLD.title AND NOT text_fits(NEW.title, 500)
    OR NEW.text IS DISTINCT FROM OLD.text AND NOT text_fits(NEW.text, 1000000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claim_texts BEFORE INSERT ON claim FOR EACH ROW
  WHEN (NOT (text_fits(NEW.text, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claim_texts_update BEFORE UPDATE ON claim FOR EACH ROW
  WHEN (NEW.text IS DISTINCT FROM OLD.text AND NOT text_fits(NEW.text, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claim_translation_texts BEFORE INSERT ON claim_translation FOR EACH ROW
  WHEN (NOT (text_fits(NEW.text, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claim_translation_texts_update BEFORE UPDATE ON claim_translation FOR EACH ROW
  WHEN (NEW.text IS DISTINCT FROM OLD.text AND NOT text_fits(NEW.text, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claimant_texts BEFORE INSERT ON claimant FOR EACH ROW
  WHEN (NOT (texts_fit(NEW.names, 200)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER claimant_texts_update BEFORE UPDATE ON claimant FOR EACH ROW
  WHEN (NEW.names IS DISTINCT FROM OLD.names AND NOT texts_fit(NEW.names, 200))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER topic_texts BEFORE INSERT ON topic FOR EACH ROW
  WHEN (NOT (texts_fit(NEW.names, 200)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER topic_texts_update BEFORE UPDATE ON topic FOR EACH ROW
  WHEN (NEW.names IS DISTINCT FROM OLD.names AND NOT texts_fit(NEW.names, 200))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER appearance_texts BEFORE INSERT ON appearance FOR EACH ROW
  WHEN (NOT (text_fits(NEW.title, 500) AND text_fits(NEW.publisher, 300) AND texts_fit(NEW.change, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER appearance_texts_update BEFORE UPDATE ON appearance FOR EACH ROW
  WHEN (NEW.title IS DISTINCT FROM OLD.title AND NOT text_fits(NEW.title, 500)
    OR NEW.publisher IS DISTINCT FROM OLD.publisher AND NOT text_fits(NEW.publisher, 300)
    OR NEW.change IS DISTINCT FROM OLD.change AND NOT texts_fit(NEW.change, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER evidence_texts BEFORE INSERT ON evidence FOR EACH ROW
  WHEN (NOT (text_fits(NEW.title, 500) AND text_fits(NEW.publisher, 300) AND text_fits(NEW.excerpt, 5000) AND texts_fit(NEW.note, 5000) AND texts_fit(NEW.protection, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER evidence_texts_update BEFORE UPDATE ON evidence FOR EACH ROW
  WHEN (NEW.title IS DISTINCT FROM OLD.title AND NOT text_fits(NEW.title, 500)
    OR NEW.publisher IS DISTINCT FROM OLD.publisher AND NOT text_fits(NEW.publisher, 300)
    OR NEW.excerpt IS DISTINCT FROM OLD.excerpt AND NOT text_fits(NEW.excerpt, 5000)
    OR NEW.note IS DISTINCT FROM OLD.note AND NOT texts_fit(NEW.note, 5000)
    OR NEW.protection IS DISTINCT FROM OLD.protection AND NOT texts_fit(NEW.protection, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER proposal_texts BEFORE INSERT ON proposal FOR EACH ROW
  WHEN (NOT (texts_fit(NEW.summary, 1000) AND texts_fit(NEW.reasons, 5000) AND texts_fit(NEW.note, 2000) AND text_fits(NEW.return_note, 2000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER proposal_texts_update BEFORE UPDATE ON proposal FOR EACH ROW
  WHEN (NEW.summary IS DISTINCT FROM OLD.summary AND NOT texts_fit(NEW.summary, 1000)
    OR NEW.reasons IS DISTINCT FROM OLD.reasons AND NOT texts_fit(NEW.reasons, 5000)
    OR NEW.note IS DISTINCT FROM OLD.note AND NOT texts_fit(NEW.note, 2000)
    OR NEW.return_note IS DISTINCT FROM OLD.return_note AND NOT text_fits(NEW.return_note, 2000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER comment_texts BEFORE INSERT ON comment FOR EACH ROW
  WHEN (NOT (text_fits(NEW.text, 5000)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER comment_texts_update BEFORE UPDATE ON comment FOR EACH ROW
  WHEN (NEW.text IS DISTINCT FROM OLD.text AND NOT text_fits(NEW.text, 5000))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER person_texts BEFORE INSERT ON person FOR EACH ROW
  WHEN (NOT (text_fits(NEW.name, 100)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER person_texts_update BEFORE UPDATE ON person FOR EACH ROW
  WHEN (NEW.name IS DISTINCT FROM OLD.name AND NOT text_fits(NEW.name, 100))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER api_key_texts BEFORE INSERT ON api_key FOR EACH ROW
  WHEN (NOT (text_fits(NEW.name, 80)))
  EXECUTE FUNCTION refuse_text();
CREATE TRIGGER api_key_texts_update BEFORE UPDATE ON api_key FOR EACH ROW
  WHEN (NEW.name IS DISTINCT FROM OLD.name AND NOT text_fits(NEW.name, 80))
  EXECUTE FUNCTION refuse_text();
