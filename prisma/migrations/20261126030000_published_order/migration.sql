-- What was published was last changed then; what never was stands before everything else in the order of publication. A page
-- of some days in that order begins and ends at them, and would miss claims if it were otherwise.
ALTER TABLE "public_claim" ADD CONSTRAINT "public_claim_published_order_check" CHECK (
  "published_order" = CASE WHEN "status" IN ('unchecked', 'in_review') THEN TIMESTAMPTZ 'epoch' ELSE "updated_at" END);
