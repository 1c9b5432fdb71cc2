-- One index over all that readers filter by, for claims that have several values at once: the list of each value is
-- intersected within it. It takes the place of the one over topics alone; lib/public/conditions.ts writes the same list.
-- A comma parts the values that a reader asks for: none has one, so that no topic is taken for another filter.
DROP INDEX "public_claim_topics_idx";
CREATE INDEX "public_claim_facet_values_idx" ON "public_claim" USING GIN (
  ("topics" || ARRAY['status,' || "status", 'claimant,' || "claimant_key", 'publisher,' || "publisher", 'language,' || "language"]));
