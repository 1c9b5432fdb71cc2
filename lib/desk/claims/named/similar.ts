import { localizedSchema } from "@/lib/i18n/localized";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import type { Candidate } from "../schema";
import { candidates, keysOf, type NamedKind } from "./alike";
import { bare, type Closeness, closeness, compareCloseness, readName } from "./closeness";

/** How many a form offers, and an error names, beside those that look the same. */
export const MOST_OFFERED = 8;

/** How many names that share a word with what was typed are compared with it, those that share most first. */
const MOST_COMPARED = 2_000;

/**
 * From 0 to 1 (pg_trgm's word similarity): every word with one slip in it is at least so similar, but for swaps of two of
 * the first letters of a short one. What it finds is compared by {@link closeness}.
 */
const LEAST_SIMILAR = "0.3";

/** Those like the names that were typed, the closest first, and how many there are in all. */
export type Similar = { candidates: Required<Candidate>[]; total: number };

/** At most `limit`, but all that look the same; behind the one with the key `after`. */
type Part = { limit: number; after?: string };

/**
 * The claimants or topics with a name, in any language, that is like one of those typed ({@link closeness}), the closest
 * first.
 */
export async function findSimilar(
  tx: Transaction,
  named: NamedKind,
  typed: string[],
  { limit, after }: Part,
): Promise<Similar> {
  const found = await compareNames(tx, named, typed);
  const start = after ? found.findIndex(({ key }) => key === after) + 1 : 0;
  const same = found.filter(({ close: [rank] }) => rank === 0).length;
  const keys = found.slice(start, Math.max(start + limit, same)).map(({ key }) => key);
  const rows = await candidates(tx, named, Prisma.sql`n.key = ANY(${keys})`, Prisma.empty);
  const ordered = keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  return { candidates: ordered, total: found.length };
}

type Compared = { key: string; close: Closeness };

async function compareNames(tx: Transaction, named: NamedKind, typed: string[]): Promise<Compared[]> {
  if (keysOf(typed).length === 0) return [];
  const wanted = typed.map(readName);
  const rows = await readSharing(tx, named, typed);
  return rows
    .flatMap(({ key, names }) => {
      const known = Object.values(localizedSchema.parse(names)).map(readName);
      const close = closest(wanted.flatMap((one) => known.map((name) => closeness(one, name))));
      return close ? [{ key, close }] : [];
    })
    .sort((a, b) => compareCloseness(a.close, b.close) || (a.key < b.key ? -1 : 1));
}

function closest(found: Array<Closeness | null>): Closeness | undefined {
  return found.filter((close) => close !== null).sort(compareCloseness)[0];
}

/** The names that share a key or a word, or one that is similar, with those typed. */
async function readSharing(tx: Transaction, named: NamedKind, typed: string[]) {
  await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${LEAST_SIMILAR}, true)`;
  const words = [...new Set(typed.flatMap((name) => readName(name).words.map(bare)))];
  const same = Prisma.sql`n.name_keys && ${keysOf(typed)}`;
  const begins = words.map((word) => {
    const start = word.replace(/[\\%_]/g, "\\$&");
    return Prisma.sql`(n.folded_names LIKE ${`% ${start}%`} OR n.folded_names LIKE ${`%ال${start}%`})`;
  });
  const similar = words.map((word) => Prisma.sql`n.folded_names %> ${word}`);
  const shared = begins.map((condition) => Prisma.sql`${condition}::int`);
  return tx.$queryRaw<Array<{ key: string; names: unknown }>>`
    SELECT n.key, n.names FROM ${Prisma.raw(named)} AS n
    WHERE ${Prisma.join([same, ...begins, ...similar], " OR ")}
    ORDER BY ${same} DESC, ${Prisma.join(shared, " + ")} DESC, n.key LIMIT ${MOST_COMPARED}`;
}
