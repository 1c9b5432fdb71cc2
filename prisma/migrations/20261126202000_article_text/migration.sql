-- DropIndex
DROP INDEX "article_created_at_id_idx";

-- DropIndex
DROP INDEX "article_updated_at_id_idx";

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "folded_names" TEXT GENERATED ALWAYS AS (' ' || fold_text("title") || ' ' || fold_text("publisher")) STORED,
ADD COLUMN     "text_public" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "public_article" (
    "slug" TEXT NOT NULL,
    "article_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_article_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "public_article_created_at_article_id_idx" ON "public_article"("created_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_updated_at_id_idx" ON "article"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_folded_names_idx" ON "article" USING GIN ("folded_names" gin_trgm_ops);

-- An article is public while public_count has a row for it, that is while it has a public claim. There is no foreign key:
-- checking it would lock the article of a claim that is published while somebody edits the article.
CREATE FUNCTION keep_public_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM public_article WHERE slug = OLD.value;
  ELSE
    INSERT INTO public_article (slug, article_id, created_at)
      SELECT slug, id, created_at FROM article WHERE slug = NEW.value
      ON CONFLICT (slug) DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER public_article_insert AFTER INSERT ON public_count
  FOR EACH ROW WHEN (NEW.facet = 'article') EXECUTE FUNCTION keep_public_article();
CREATE TRIGGER public_article_delete AFTER DELETE ON public_count
  FOR EACH ROW WHEN (OLD.facet = 'article') EXECUTE FUNCTION keep_public_article();

INSERT INTO public_article (slug, article_id, created_at)
  SELECT a.slug, a.id, a.created_at FROM article AS a JOIN public_count AS c
    ON c.facet = 'article' AND c.within = '' AND c.within_value = '' AND c.value = a.slug;

-- What readers could read so far stays as it was; an editor may take the whole text away.
UPDATE article SET text_public = true WHERE slug IN (SELECT slug FROM public_article);
