-- CreateTable
CREATE TABLE "public_scope" (
    "scope" TEXT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "public_scope_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "public_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "public_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "public_scope_version_idx" ON "public_scope"("version");

ALTER TABLE public_version ADD CONSTRAINT public_version_one CHECK (id = 1);
INSERT INTO public_version VALUES (1, 0);

-- Gives the scopes the version of this transaction. The counter's row is locked until the commit, so that versions become
-- visible in their order: who has seen one has seen all before it. The notice only makes room early; who must be right asks.
CREATE FUNCTION bump_public(VARIADIC scopes text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  -- Set for this transaction alone; empty in the next.
  mine bigint := nullif(current_setting('veritable.public_version', true), '');
BEGIN
  IF mine IS NULL THEN
    UPDATE public_version SET version = version + 1 RETURNING version INTO mine;
    PERFORM set_config('veritable.public_version', mine::text, true);
    PERFORM pg_notify('veritable_public', mine::text);
  END IF;
  INSERT INTO public_scope (scope, version)
    SELECT DISTINCT scope, mine FROM unnest(scopes) AS scope WHERE scope IS NOT NULL
    ON CONFLICT (scope) DO UPDATE SET version = EXCLUDED.version WHERE public_scope.version < EXCLUDED.version;
END
$$;

-- What readers see of a row stands in the scopes that these functions name. They run at the commit, when nothing of
-- the transaction is left to do, so that the counter is held for a moment only.
CREATE FUNCTION bump_public_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM bump_public('all', 'claim:' || OLD.slug); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM bump_public('all', 'claim:' || NEW.slug); END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public('all', 'claim:' || (SELECT slug FROM claim WHERE id = NEW.claim_id));
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM bump_public('all', 'article:' || OLD.slug); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM bump_public('all', 'article:' || NEW.slug); END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_article_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public('all', 'article:' || (SELECT slug FROM article WHERE id = NEW.article_id));
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_article_translation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public(VARIADIC ARRAY['all'] || ARRAY(
    SELECT 'article:' || a.slug FROM article_version v JOIN article a ON a.id = v.article_id
    WHERE v.id IN (OLD.article_version_id, NEW.article_version_id)));
  RETURN NULL;
END
$$;

-- An article's page marks the quotes as they stand now.
CREATE FUNCTION bump_appearance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public(VARIADIC ARRAY(
    SELECT 'article:' || a.slug FROM article_version v JOIN article a ON a.id = v.article_id
    WHERE v.id IN (OLD.article_version_id, NEW.article_version_id)));
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public('all');
  RETURN NULL;
END
$$;

CREATE FUNCTION bump_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_public('*');
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER public_claim_bump AFTER INSERT OR DELETE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_public_claim();
CREATE CONSTRAINT TRIGGER public_claim_bump_update AFTER UPDATE ON public_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
  EXECUTE FUNCTION bump_public_claim();
CREATE CONSTRAINT TRIGGER revision_bump AFTER INSERT ON revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_revision();
CREATE CONSTRAINT TRIGGER article_bump AFTER INSERT OR UPDATE OR DELETE ON article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_article();
CREATE CONSTRAINT TRIGGER article_version_bump AFTER INSERT OR UPDATE ON article_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_article_version();
CREATE CONSTRAINT TRIGGER article_translation_bump AFTER INSERT OR UPDATE OR DELETE ON article_translation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_article_translation();
CREATE CONSTRAINT TRIGGER appearance_bump AFTER INSERT OR UPDATE OR DELETE ON appearance
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_appearance();
CREATE CONSTRAINT TRIGGER topic_bump AFTER INSERT OR UPDATE OR DELETE ON topic
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_all();
CREATE CONSTRAINT TRIGGER claimant_bump AFTER INSERT OR UPDATE OR DELETE ON claimant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_all();
CREATE TRIGGER public_claim_bump_truncate AFTER TRUNCATE ON public_claim EXECUTE FUNCTION bump_everything();
