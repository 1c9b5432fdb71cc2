-- DropIndex
DROP INDEX "claim_stage_updated_at_id_idx";

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "stage_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "claim_stage_stage_since_id_idx" ON "claim"("stage", "stage_since" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_stage_priority_due_on_created_at_id_idx" ON "claim"("stage", "priority" DESC, "due_on", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_returned" ON "proposal"("proposed_by_id") WHERE (state = 'returned');

UPDATE claim SET stage_since = updated_at;

-- What is done stands in the queue in the order in which it came there, whoever moved it.
CREATE FUNCTION note_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.stage <> OLD.stage THEN
    NEW.stage_since := NEW.updated_at;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER claim_stage_since BEFORE INSERT OR UPDATE OF stage ON claim
  FOR EACH ROW EXECUTE FUNCTION note_stage();
