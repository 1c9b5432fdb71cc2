-- What the table shows of a claim: its document is several times as long, and most of it stays on its own page.
CREATE FUNCTION shown_row(document JSONB) RETURNS JSONB
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN jsonb_build_object(
  'slug', document -> 'slug',
  'status', document -> 'status',
  'updatedAt', document -> 'updatedAt',
  'claim', jsonb_build_object(
    'text', document -> 'claim' -> 'text',
    'language', document -> 'claim' -> 'language',
    'claimant', document -> 'claim' -> 'claimant'),
  'source', CASE WHEN jsonb_typeof(document -> 'source') = 'object' THEN jsonb_build_object(
    'publisher', document -> 'source' -> 'publisher',
    'language', document -> 'source' -> 'language') END,
  'evidenceCount', jsonb_array_length(document -> 'evidence'));

-- AlterTable
ALTER TABLE "public_claim" ADD COLUMN "shown" JSONB GENERATED ALWAYS AS (shown_row("document")) STORED;
