-- The names of a claimant or topic as they are compared with others (lib/text/name-key.ts): folded, without spaces and
-- letters that show nothing, with Latin letters for those that look like them; and once more with every hamza as one,
-- wherever it sits, where that makes another.
CREATE OR REPLACE FUNCTION name_keys(names JSONB) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT array_agg(DISTINCT translate(
    left(replace(fold_text(spelled.name), ' ', ''), 300),
    'авеіјкмнорстухѕһԁαβεζηικμνορτυχ', 'abeijkmhopctyxshdabezhikmnoptyx'
  ))
  FROM jsonb_each_text(names) AS name,
    LATERAL regexp_replace(normalize(name.value, NFKD), '[\u02B9-\u02BF\u115F\u1160\u180E\u2800\u3164\uFFA0]', '', 'g') AS seen (name),
    LATERAL unnest(ARRAY[
      seen.name,
      regexp_replace(seen.name, '[\u0627\u0648\u0649\u064A\u06CC][\u0654\u0655]|\u0621', E'\u0621', 'g')
    ]) AS spelled (name)
);

-- AlterTable
ALTER TABLE "claimant" ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));

-- AlterTable
ALTER TABLE "topic" ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));
