import { prepared } from "@/lib/db/prepared";
import { fold } from "@/lib/text/fold";
import { Parameters } from "./parameters";

/** The facets that may have more values than anybody reads: these are looked for by name. */
export const longFacets = ["topic", "claimant", "publisher"] as const;
export type LongFacet = (typeof longFacets)[number];

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
  const { text, values } = valuesStatement(facet, words);
  const rows = await prepared<{ value: string }>(text, values);
  return rows.map(({ value }) => value);
}

/** The SQL of the values with most claims whose names have words that begin with each of these. */
export function valuesStatement(facet: LongFacet, words: readonly string[]) {
  const parameters = new Parameters();
  const kept = `kept.facet = '${facet}' AND kept.within = '' AND kept.within_value = '' AND kept.count > 0`;
  const text =
    facet === "publisher"
      ? `SELECT kept.value FROM public_count AS kept
        WHERE ${kept} AND ${namedLike("(' ' || fold_text(kept.value))", words, parameters)}
        ORDER BY kept.count DESC, kept.value LIMIT ${MOST_VALUES}`
      : // Materialized, or a plan for any word would walk all names in the order of their counts.
        `WITH fitting AS MATERIALIZED (
          SELECT n.key FROM ${facet} AS n WHERE ${namedLike("n.folded_names", words, parameters)}
        )
        SELECT kept.value FROM fitting JOIN public_count AS kept ON ${kept} AND kept.value = fitting.key
        ORDER BY kept.count DESC, kept.value LIMIT ${MOST_VALUES}`;
  return { text, values: parameters.values };
}

/**
 * Whether folded names, each after a space, have words that begin with each of these. An Arabic word is found without its
 * article too: who looks for كلفة means الكلفة.
 */
export function namedLike(folded: string, words: readonly string[], parameters: Parameters): string {
  const conditions = words.map((word) => {
    const patterns = [word, `ال${word}`].map((start) => `% ${start.replace(/[\\%_]/g, "\\$&")}%`);
    return patterns.map((pattern) => `${folded} LIKE ${parameters.add(pattern)}`).join(" OR ");
  });
  return `(${conditions.join(") AND (")})`;
}
