import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { query } from "@/lib/platform/db/query";
import { anyOf, join, limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { fold } from "@/lib/text/fold";
import { type LongFacet, longFacets } from "./filters";

/** More words than a name has are no name; and each number of them is a statement that the server keeps. */
const MOST_WORDS = 6;
const MOST_VALUES = 1000;

/** The values of facets whose names have all the words looked for; nothing of a facet in which nothing is looked for. */
export async function valuesNamed(
  find: Partial<Record<LongFacet, string>> = {},
): Promise<Partial<Record<LongFacet, string[]>>> {
  const looked = longFacets.filter((facet) => fold(find[facet] ?? "") !== "");
  const found = await Promise.all(
    looked.map(async (facet) => [facet, await valuesOf(facet, find[facet])] as const),
  );
  return Object.fromEntries(found);
}

async function valuesOf(facet: LongFacet, typed = ""): Promise<string[]> {
  const words = [...new Set(fold(typed).split(" "))].slice(0, MOST_WORDS);
  const rows = await query<{ value: string }>(valuesStatement(facet, words));
  return rows.map(({ value }) => value);
}

/** The values with most claims whose names have words that begin with each of these. */
export function valuesStatement(facet: LongFacet, words: readonly string[]): Sql {
  const [isStored, order] = [
    sql`stored.facet = ${facet}`,
    sql`ORDER BY stored.count DESC, stored.value ${limitTo(MOST_VALUES)}`,
  ];
  if (facet === "publisher")
    return sql`SELECT stored.value FROM public_count AS stored
      WHERE ${isStored} AND ${namedLike(sql`(' ' || fold_text(stored.value))`, words)} ${order}`;
  // Materialized, or a plan for any word would walk all names in the order of their counts.
  return sql`WITH fitting AS MATERIALIZED (
      SELECT n.key FROM ${raw(facet)} AS n WHERE ${namedLike(sql`n.folded_names`, words)}
    )
    SELECT stored.value FROM fitting JOIN public_count AS stored ON ${isStored} AND stored.value = fitting.key ${order}`;
}

/**
 * Whether folded names, each after a space, have words that begin with each of these. An Arabic word is found without its
 * article too: who looks for كلفة means الكلفة.
 */
export function namedLike(folded: Sql, words: readonly string[]): Sql {
  const conditions = words.map((word) => {
    const patterns = [word, `ال${word}`].map((start) => `% ${start.replace(/[\\%_]/g, "\\$&")}%`);
    return anyOf(patterns.map((pattern) => sql`${folded} LIKE ${pattern}`));
  });
  return join(conditions, " AND ");
}

/** The claimants or topics of public claims with their names as readers see them: in the claim that was changed last. */
const shownSql = {
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
 * The names of claimants or topics as readers see them, by key: those in the public claim that was published or changed
 * last. One without a public claim is not among them, so that nobody learns whom the desk looks at.
 */
export async function shownNames(
  facet: "claimant" | "topic",
  keys: string[],
): Promise<Map<string, Localized>> {
  if (keys.length === 0) return new Map();
  const rows = await query<{ key: string; names: unknown }>(shownSql[facet](keys));
  return new Map(rows.map(({ key, names }) => [key, localizedSchema.parse(names ?? {})]));
}

/** In so many parts of all values together, names with commas are looked for: an old address has no more. */
const MOST_PARTS = 30;

/**
 * The publishers of an address one by one. An old address may have several in one parameter, with commas between them;
 * a name may have a comma too ("Smith, John"). What no publisher of a public claim is called is taken apart, into the
 * longest names that are known.
 */
export async function publishersOf(publisher: string[]): Promise<string[]> {
  const doubtful = publisher.filter((value) => value.includes(","));
  if (doubtful.length === 0) return publisher;
  const isOld = doubtful.join(",").split(",").length <= MOST_PARTS;
  const asked = [...new Set(isOld ? doubtful.flatMap((value) => [value, ...runsOf(value)]) : doubtful)];
  const rows = await query<{ value: string }>(
    sql`SELECT value FROM public_count WHERE facet = 'publisher' AND value = ANY (${asked}::text[])`,
  );
  const known = new Set(rows.map(({ value }) => value));
  return [...new Set(publisher.flatMap((value) => namesIn(value, known)))].filter(Boolean);
}

/** Parts of a value that stand one behind the other, with the commas between them. */
function runsOf(value: string): string[] {
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

function namesIn(value: string, known: ReadonlySet<string>): string[] {
  if (known.has(value) || !value.includes(",")) return [value];
  const parts = value.split(",");
  const first = (count: number) => parts.slice(0, count).join(",").trim();
  let count = parts.length - 1;
  while (count > 1 && !known.has(first(count))) count--;
  return [first(count), ...namesIn(parts.slice(count).join(",").trim(), known)];
}
