-- The folded names of a claimant or topic in every language, each after a space, so that a word in them is found by its
-- beginning: LIKE '% van%'. A body that is parsed here needs no search path when a backup is read in.
CREATE FUNCTION folded_names(names JSONB) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT string_agg(' ' || fold_text(name.value), '' ORDER BY name.key) FROM jsonb_each_text(names) AS name);

-- AlterTable
ALTER TABLE "claimant" ADD COLUMN "folded_names" TEXT GENERATED ALWAYS AS (folded_names("names")) STORED;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN "folded_names" TEXT GENERATED ALWAYS AS (folded_names("names")) STORED;

-- CreateIndex
CREATE INDEX "claimant_folded_names_idx" ON "claimant" USING GIN ("folded_names" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "topic_folded_names_idx" ON "topic" USING GIN ("folded_names" gin_trgm_ops);
