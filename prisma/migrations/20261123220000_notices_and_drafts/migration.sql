-- DropIndex
DROP INDEX "notice_person_id_created_at_id_idx";

-- CreateIndex
CREATE INDEX "draft_updated_at_idx" ON "draft"("updated_at");

-- CreateIndex
CREATE INDEX "notice_unread" ON "notice"("person_id") WHERE (read_at IS NULL);

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_id_idx" ON "notice"("person_id", "created_at" DESC, "id" DESC);
