-- DropIndex
DROP INDEX "revision_kind_published_at_idx";

-- CreateIndex
CREATE INDEX "revision_kind_published_at_id_idx" ON "revision"("kind", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_created_at_id_idx" ON "article"("created_at" DESC, "id" DESC);
