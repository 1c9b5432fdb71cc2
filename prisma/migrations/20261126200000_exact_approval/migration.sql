-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('web', 'document', 'interview', 'data', 'protected_source');

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "released_at" TIMESTAMPTZ(3),
ALTER COLUMN "claimant_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "kind" "evidence_kind" NOT NULL DEFAULT 'web',
ADD COLUMN     "protection" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "url" DROP NOT NULL,
ALTER COLUMN "publisher" DROP NOT NULL;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "content" JSONB,
ADD COLUMN     "content_hash" TEXT,
ADD COLUMN     "sequence" BIGINT;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "proposal_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "revision_proposal_id_key" ON "revision"("proposal_id");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What readers saw before claims could be internal, they see still.
UPDATE claim SET released_at = created_at WHERE stage <> 'archived';

-- Evidence on the web has an address and a publisher; a protected source has a reason, and nothing that leads to it.
ALTER TABLE evidence
  ADD CONSTRAINT evidence_web CHECK (kind <> 'web' OR num_nonnulls(url, publisher) = 2),
  ADD CONSTRAINT evidence_protected CHECK (
    kind <> 'protected_source' OR (protection <> '{}' AND num_nonnulls(url, archive_url) = 0)),
  ADD CONSTRAINT evidence_protection CHECK (jsonb_typeof(protection) = 'object');

ALTER TABLE proposal
  ADD CONSTRAINT proposal_content CHECK (num_nonnulls(content, content_hash, sequence) IN (0, 3)),
  ADD CONSTRAINT proposal_content_hash CHECK (content_hash ~ '^[0-9a-f]{64}$');

-- A proposal is never changed or deleted, only decided.
CREATE FUNCTION check_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.content IS NULL THEN
      RAISE EXCEPTION 'proposal % has no content', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE'
    OR (OLD.claim_id, OLD.kind, OLD.rating, OLD.summary, OLD.reasons, OLD.note, OLD.proposed_by_id, OLD.proposed_at)
      IS DISTINCT FROM
      (NEW.claim_id, NEW.kind, NEW.rating, NEW.summary, NEW.reasons, NEW.note, NEW.proposed_by_id, NEW.proposed_at)
    OR (OLD.content, OLD.content_hash, OLD.sequence) IS DISTINCT FROM (NEW.content, NEW.content_hash, NEW.sequence)
    OR (OLD.state <> 'open' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'proposal % is append-only: % refused', OLD.id, TG_OP
      USING ERRCODE = 'restrict_violation', HINT = 'Decide it and make another one.';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER proposal_append_only BEFORE INSERT OR UPDATE OR DELETE ON proposal
  FOR EACH ROW EXECUTE FUNCTION check_proposal();
CREATE TRIGGER proposal_no_truncate BEFORE TRUNCATE ON proposal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A revision is the content of an open proposal, by its proposer, and says whether a second person published it. Times
-- of the log do not go back.
CREATE FUNCTION check_revision_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposed proposal%ROWTYPE;
  verdict jsonb := NEW.document -> 'verdict';
BEGIN
  SELECT * INTO proposed FROM proposal WHERE id = NEW.proposal_id;
  IF proposed.id IS NULL OR proposed.state <> 'open' OR proposed.claim_id <> NEW.claim_id
    OR proposed.proposed_by_id <> NEW.proposed_by_id OR proposed.rating <> NEW.rating OR proposed.kind <> NEW.kind
    OR NOT verdict @> (proposed.content -> 'verdict')
    OR (NEW.document - 'verdict') IS DISTINCT FROM (proposed.content - 'verdict') THEN
    RAISE EXCEPTION 'revision % of claim % is not what was proposed', NEW.number, NEW.claim_id
      USING ERRCODE = 'check_violation';
  END IF;
  IF (verdict -> 'fourEyes')::boolean IS DISTINCT FROM (NEW.proposed_by_id <> NEW.published_by_id)
    OR (verdict ->> 'publishedAt')::timestamptz IS DISTINCT FROM NEW.published_at
    OR (verdict ->> 'revision')::int IS DISTINCT FROM NEW.number THEN
    RAISE EXCEPTION 'revision % of claim % does not say how it was published', NEW.number, NEW.claim_id
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM revision WHERE log_index = NEW.log_index - 1 AND published_at > NEW.published_at) THEN
    RAISE EXCEPTION 'revision % of claim % is older than the one before it in the log', NEW.number, NEW.claim_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER revision_content BEFORE INSERT ON revision
  FOR EACH ROW EXECUTE FUNCTION check_revision_content();
