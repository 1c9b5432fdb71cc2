-- The names of a claimant or topic as they are compared with others (lib/text/name-key.ts): folded, without spaces and
-- letters that show nothing, and once more with every hamza on و or ي as one, where that makes another.
CREATE OR REPLACE FUNCTION name_keys(names JSONB) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT array_agg(DISTINCT left(replace(fold_text(spelled.name), ' ', ''), 300))
  FROM jsonb_each_text(names) AS name,
    LATERAL regexp_replace(normalize(name.value, NFC), '[\u115F\u1160\u180E\u2800\u3164\uFFA0]', '', 'g') AS seen (name),
    LATERAL unnest(ARRAY[seen.name, translate(seen.name, 'ؤئ', 'ءء')]) AS spelled (name)
);

-- AlterTable
ALTER TABLE "claimant" ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));

-- AlterTable
ALTER TABLE "topic" ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));
