-- The names of a claimant or topic as they are compared with others (lib/text/name-key.ts): folded, and cut to what an
-- index entry has room for. A body that is parsed here needs no search path when a backup is read in.
CREATE FUNCTION name_keys(names JSONB) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT array_agg(left(fold_text(name.value), 300) ORDER BY name.key) FROM jsonb_each_text(names) AS name);

-- AlterTable
ALTER TABLE "claimant" ADD COLUMN     "name_keys" TEXT[] GENERATED ALWAYS AS (name_keys("names")) STORED,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "name_keys" TEXT[] GENERATED ALWAYS AS (name_keys("names")) STORED,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "claimant_name_keys_idx" ON "claimant" USING GIN ("name_keys");

-- CreateIndex
CREATE INDEX "topic_name_keys_idx" ON "topic" USING GIN ("name_keys");
