import { freeName } from "@/lib/db/free-name";
import type { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/transaction";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { slugify } from "@/lib/text/slug";

const longest = 60;

function sameName(names: Localized): Prisma.ClaimantWhereInput[] {
  return Object.entries(names).map(([language, name]) => ({ names: { path: [language], equals: name } }));
}

const wantedKey = (names: Localized) => slugify(names.en ?? names.ar ?? "", longest, "name");

/**
 * The id of the claimant with one of these names; a new one where there is none. A name in a language that the
 * claimant had none in is added; a name that the claimant has is never changed from here.
 */
export async function claimantNamed(tx: Transaction, names: Localized, newId: () => string): Promise<string> {
  const known = await tx.claimant.findFirst({ where: { OR: sameName(names) }, orderBy: { key: "asc" } });
  if (known) {
    const all = { ...names, ...localizedSchema.parse(known.names) };
    if (JSON.stringify(all) !== JSON.stringify(known.names)) {
      await tx.claimant.update({ where: { id: known.id }, data: { names: all } });
    }
    return known.id;
  }
  const key = await freeName(tx, wantedKey(names), "claimant");
  return (await tx.claimant.create({ data: { id: newId(), key, names } })).id;
}

/** The ids of the topics with these keys, and of the one newly named; unknown keys are passed over. */
export async function topicsOf(
  tx: Transaction,
  keys: string[],
  added: Localized | undefined,
  newId: () => string,
): Promise<string[]> {
  const known = await tx.topic.findMany({ where: { key: { in: keys } }, select: { id: true } });
  const ids = known.map(({ id }) => id);
  if (!added || Object.keys(added).length === 0) return ids;
  const same = await tx.topic.findFirst({ where: { OR: sameName(added) as Prisma.TopicWhereInput[] } });
  if (same) return [...new Set([...ids, same.id])];
  const key = await freeName(tx, wantedKey(added), "topic");
  return [...ids, (await tx.topic.create({ data: { id: newId(), key, names: added } })).id];
}
