import { prepared } from "@/lib/db/prepared";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";

const statements = {
  claimant: `SELECT key, latest.shown #> '{claim,claimant,names}' AS names FROM unnest($1::text[]) AS key, LATERAL (
      SELECT shown FROM public_claim WHERE claimant_key = key ORDER BY updated_at DESC, claim_id DESC LIMIT 1
    ) AS latest`,
  topic: `SELECT key, jsonb_path_query_first(
      latest.document, '$.claim.topics[*] ? (@.key == $key).names', jsonb_build_object('key', key)
    ) AS names FROM unnest($1::text[]) AS key, LATERAL (
      SELECT document FROM public_claim_topic AS named JOIN public_claim USING (claim_id)
      WHERE named.topic = key ORDER BY named.updated_at DESC, claim_id DESC LIMIT 1
    ) AS latest`,
};

/**
 * The names of claimants or topics as readers see them, by key: those in the public claim that was published or changed
 * last. One without a public claim is not among them, so that nobody learns whom the desk looks at.
 */
export async function shownNames(
  facet: "claimant" | "topic",
  keys: string[],
): Promise<Map<string, Localized>> {
  if (keys.length === 0) return new Map();
  const rows = await prepared<{ key: string; names: unknown }>(statements[facet], [keys]);
  return new Map(rows.map(({ key, names }) => [key, localizedSchema.parse(names ?? {})]));
}
