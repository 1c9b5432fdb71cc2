import type { Candidate } from "@/lib/desk/claims/schema";
import { localizedSchema } from "@/lib/i18n/localized";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { loadCandidates, type NamedEntityKind, nameKeysOf } from "./candidates";
import {
  compareSimilarity,
  type NameSimilarity,
  nameSimilarity,
  prepareName,
  stripArticle,
} from "./name-similarity";

/** The number of candidates in a form or error, besides those with an equal name. */
export const MAX_CANDIDATES = 8;

/** The number of names that are compared, those that share most words first. */
const MAX_COMPARED = 2_000;

/**
 * The threshold of pg_trgm's word similarity, 0 to 1: low enough for nearly every word with one typo. The
 * result is compared by {@link nameSimilarity}.
 */
const MIN_WORD_SIMILARITY = "0.3";

/** Entities with similar names, most similar first, and their total. */
export type SimilarNames = { candidates: Required<Candidate>[]; total: number };

/** At most `limit`, plus all with an equal name; after the entity with the key `after`. */
type Page = { limit: number; after?: string };

/**
 * Finds claimants or topics with a name, in any language, similar to one of the typed names, most similar
 * first.
 */
export async function findSimilarNames(
  tx: Transaction,
  named: NamedEntityKind,
  typed: string[],
  { limit, after }: Page,
): Promise<SimilarNames> {
  const found = await rankNames(tx, named, typed);
  const start = after ? found.findIndex(({ key }) => key === after) + 1 : 0;
  const same = found.filter(({ close: [rank] }) => rank === 0).length;
  const keys = found.slice(start, Math.max(start + limit, same)).map(({ key }) => key);
  const rows = await loadCandidates(tx, named, Prisma.sql`n.key = ANY(${keys})`, Prisma.empty);
  const ordered = keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  return { candidates: ordered, total: found.length };
}

type RankedName = { key: string; close: NameSimilarity };

async function rankNames(tx: Transaction, named: NamedEntityKind, typed: string[]): Promise<RankedName[]> {
  if (nameKeysOf(typed).length === 0) return [];
  const wanted = typed.map(prepareName);
  const rows = await loadMatches(tx, named, typed);
  return rows
    .flatMap(({ key, names }) => {
      const known = Object.values(localizedSchema.parse(names)).map(prepareName);
      const close = mostSimilar(wanted.flatMap((one) => known.map((name) => nameSimilarity(one, name))));
      return close ? [{ key, close }] : [];
    })
    .sort((a, b) => compareSimilarity(a.close, b.close) || (a.key < b.key ? -1 : 1));
}

function mostSimilar(found: Array<NameSimilarity | null>): NameSimilarity | undefined {
  return found.filter((close) => close !== null).sort(compareSimilarity)[0];
}

/** Loads the names that share a comparison key, a word or a similar word with the typed names. */
async function loadMatches(tx: Transaction, named: NamedEntityKind, typed: string[]) {
  await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${MIN_WORD_SIMILARITY}, true)`;
  const words = [...new Set(typed.flatMap((name) => prepareName(name).words.map(stripArticle)))];
  const same = Prisma.sql`n.name_keys && ${nameKeysOf(typed)}`;
  const begins = words.map((word) => {
    const start = word.replace(/[\\%_]/g, "\\$&");
    return Prisma.sql`(n.folded_names LIKE ${`% ${start}%`} OR n.folded_names LIKE ${`%ال${start}%`})`;
  });
  const similar = words.map((word) => Prisma.sql`n.folded_names %> ${word}`);
  const shared = begins.map((condition) => Prisma.sql`${condition}::int`);
  return tx.$queryRaw<Array<{ key: string; names: unknown }>>`
    SELECT n.key, n.names FROM ${Prisma.raw(named)} AS n
    WHERE ${Prisma.join([same, ...begins, ...similar], " OR ")}
    ORDER BY ${same} DESC, ${Prisma.join(shared, " + ")} DESC, n.key LIMIT ${MAX_COMPARED}`;
}
