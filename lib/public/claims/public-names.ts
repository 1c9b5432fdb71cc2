import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { query } from "@/lib/platform/db/query";
import { anyOf, join, limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { fold } from "@/lib/text/fold";
import { type SearchableFacet, searchableFacets } from "./filters";

/** The most words of a name search. Each number of words is a prepared statement of its own. */
const MAX_WORDS = 6;
const MAX_VALUES = 1000;

/** Returns for each searched facet the values whose names match. */
export async function findFacetValues(
  find: Partial<Record<SearchableFacet, string>> = {},
): Promise<Partial<Record<SearchableFacet, string[]>>> {
  const searched = searchableFacets.filter((facet) => fold(find[facet] ?? "") !== "");
  const found = await Promise.all(
    searched.map(async (facet) => [facet, await findValues(facet, find[facet])] as const),
  );
  return Object.fromEntries(found);
}

async function findValues(facet: SearchableFacet, typed = ""): Promise<string[]> {
  const words = [...new Set(fold(typed).split(" "))].slice(0, MAX_WORDS);
  const rows = await query<{ value: string }>(facetValuesStatement(facet, words));
  return rows.map(({ value }) => value);
}

/**
 * Returns the statement for the values, those with most claims first, whose names have a word with each
 * prefix.
 */
export function facetValuesStatement(facet: SearchableFacet, words: readonly string[]): Sql {
  const [isStored, order] = [
    sql`stored.facet = ${facet}`,
    sql`ORDER BY stored.count DESC, stored.value ${limitTo(MAX_VALUES)}`,
  ];
  if (facet === "publisher")
    return sql`SELECT stored.value FROM public_count AS stored
      WHERE ${isStored} AND ${namesMatchSql(sql`(' ' || fold_text(stored.value))`, words)} ${order}`;
  // Materialized, or a generic plan would scan all names in the order of their counts.
  return sql`WITH matching AS MATERIALIZED (
      SELECT n.key FROM ${raw(facet)} AS n WHERE ${namesMatchSql(sql`n.folded_names`, words)}
    )
    SELECT stored.value FROM matching JOIN public_count AS stored ON ${isStored} AND stored.value = matching.key ${order}`;
}

/**
 * Returns the condition that folded names, each after a space, have a word with each prefix. An Arabic word
 * also matches without its article: كلفة matches الكلفة.
 */
export function namesMatchSql(folded: Sql, words: readonly string[]): Sql {
  const conditions = words.map((word) => {
    const patterns = [word, `ال${word}`].map((start) => `% ${start.replace(/[\\%_]/g, "\\$&")}%`);
    return anyOf(patterns.map((pattern) => sql`${folded} LIKE ${pattern}`));
  });
  return join(conditions, " AND ");
}

/** The statements for the names of claimants or topics in their public claim that was changed last. */
const publicNamesSql = {
  claimant: (
    keys: string[],
  ) => sql`SELECT key, latest.shown #> '{claim,claimant,names}' AS names FROM unnest(${keys}::text[]) AS key, LATERAL (
      SELECT shown FROM public_claim WHERE claimant_key = key ORDER BY updated_at DESC, claim_id DESC LIMIT 1
    ) AS latest`,
  topic: (keys: string[]) => sql`SELECT key, jsonb_path_query_first(
      latest.document, '$.claim.topics[*] ? (@.key == $key).names', jsonb_build_object('key', key)
    ) AS names FROM unnest(${keys}::text[]) AS key, LATERAL (
      SELECT document FROM public_claim_topic AS named JOIN public_claim USING (claim_id)
      WHERE named.topic = key ORDER BY named.updated_at DESC, claim_id DESC LIMIT 1
    ) AS latest`,
};

/**
 * Returns the public names of claimants or topics by key: those in their public claim that was changed last.
 * Keys without a public claim are left out, so that unpublished work is not disclosed.
 */
export async function listPublicNames(
  facet: "claimant" | "topic",
  keys: string[],
): Promise<Map<string, Localized>> {
  if (keys.length === 0) return new Map();
  const rows = await query<{ key: string; names: unknown }>(publicNamesSql[facet](keys));
  return new Map(rows.map(({ key, names }) => [key, localizedSchema.parse(names ?? {})]));
}

/** Values with more comma-separated parts than this are not split. */
const MAX_PARTS = 30;

/**
 * Returns the publishers of a URL one by one. An old URL may have several in one parameter, separated by
 * commas, but a name may have a comma too ("Smith, John"): a value that is no publisher is split into the
 * longest names that are.
 */
export async function resolvePublishers(publisher: string[]): Promise<string[]> {
  const ambiguous = publisher.filter((value) => value.includes(","));
  if (ambiguous.length === 0) return publisher;
  const isSplittable = ambiguous.join(",").split(",").length <= MAX_PARTS;
  const candidates = [
    ...new Set(isSplittable ? ambiguous.flatMap((value) => [value, ...adjacentParts(value)]) : ambiguous),
  ];
  const rows = await query<{ value: string }>(
    sql`SELECT value FROM public_count WHERE facet = 'publisher' AND value = ANY (${candidates}::text[])`,
  );
  const known = new Set(rows.map(({ value }) => value));
  return [...new Set(publisher.flatMap((value) => splitKnownNames(value, known)))].filter(Boolean);
}

/** Returns all runs of adjacent parts of a value, with their commas. */
function adjacentParts(value: string): string[] {
  const parts = value.split(",");
  return parts.flatMap((_, from) =>
    parts.slice(from + 1).map((_, n) =>
      parts
        .slice(from, from + n + 2)
        .join(",")
        .trim(),
    ),
  );
}

function splitKnownNames(value: string, known: ReadonlySet<string>): string[] {
  if (known.has(value) || !value.includes(",")) return [value];
  const parts = value.split(",");
  const first = (count: number) => parts.slice(0, count).join(",").trim();
  let count = parts.length - 1;
  while (count > 1 && !known.has(first(count))) count--;
  return [first(count), ...splitKnownNames(parts.slice(count).join(",").trim(), known)];
}
