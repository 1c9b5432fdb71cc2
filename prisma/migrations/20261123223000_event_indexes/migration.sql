-- DropIndex
DROP INDEX "event_entity_entity_id_sequence_idx";

-- CreateIndex
CREATE INDEX "event_entity_id_sequence_idx" ON "event"("entity_id", "sequence");

-- CreateIndex
CREATE INDEX "event_entity_sequence_idx" ON "event"("entity", "sequence");
