-- What a CHECK could say of a web address (lib/text/web-address.ts says more): http or https with two slashes, a name of
-- labels with dots between them or an IP address, a port at most; no account, white space, control, bidi mark or
-- zero-width space; 2,000 code points.
CREATE FUNCTION is_web_address(address TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN char_length(address) <= 2000
  AND address ~* '^https?://(\[[0-9a-f:.]+\]|[^][/?#@:.%]+(\.[^][/?#@:.%]+)+)(:[0-9]*)?([/?#]|$)'
  AND address !~ '[\u0001-\u0020"<>\\\u007F-\u00A0\u00AD\u061C\u1680\u180E\u200B\u200E\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uFFF9-\uFFFB]';

-- A trigger and not a CHECK: a CHECK is asked at every update of a row, so that evidence with an address of before could
-- not even be moved. What is stored stays; what is written anew is held to the rule, but for what is put back as it was.
CREATE FUNCTION refuse_no_web_address() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  field TEXT;
  address TEXT;
  stored JSONB = CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
BEGIN
  IF current_setting('veritable.undoing', true) = 'yes' THEN
    RETURN NEW;
  END IF;
  FOREACH field IN ARRAY TG_ARGV LOOP
    address = to_jsonb(NEW) ->> field;
    CONTINUE WHEN address IS NULL OR is_web_address(address) OR address = stored ->> field;
    RAISE EXCEPTION '% of % is no web address', field, TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || field, COLUMN = field, TABLE = TG_TABLE_NAME;
  END LOOP;
  RETURN NEW;
END
$$;

CREATE TRIGGER article_addresses BEFORE INSERT OR UPDATE OF url, archive_url ON article
  FOR EACH ROW EXECUTE FUNCTION refuse_no_web_address('url', 'archive_url');
CREATE TRIGGER appearance_addresses BEFORE INSERT OR UPDATE OF url ON appearance
  FOR EACH ROW EXECUTE FUNCTION refuse_no_web_address('url');
CREATE TRIGGER evidence_addresses BEFORE INSERT OR UPDATE OF url, archive_url ON evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_no_web_address('url', 'archive_url');
