import { appendEvent } from "@/lib/desk/audit/events";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import type { Localized } from "@/lib/i18n/localized";
import { freeName, lockNames } from "@/lib/platform/db/free-name";
import type { Transaction } from "@/lib/platform/db/transaction";
import { slugify } from "@/lib/text/slug";
import type { NamedClaimant, NewTopic } from "../schema";
import { findAlike, keysOf, type NamedKind, TakenName, UnclearName } from "./alike";
import { findSimilar, MOST_OFFERED } from "./similar";

const LONGEST_KEY = 60;

/** A transaction, and on whose behalf it names something. */
export type Naming = { tx: Transaction; context: Context; actor: Actor };

/** A claimant or topic that was chosen or created. */
export type Chosen = { id: string; key: string };

/**
 * The claimant that is meant. One is created only where that is asked for and no other looks the same, or each that does
 * is named in `distinctFrom`. Throws `invalid` on `field` for an unknown key, `conflict` with the candidates otherwise.
 */
export async function chooseClaimant(
  naming: Naming,
  input: NamedClaimant,
  field = "claimant",
): Promise<Chosen> {
  const { tx } = naming;
  if ("key" in input) {
    const known = await tx.claimant.findUnique({
      where: { key: input.key },
      select: { id: true, key: true },
    });
    if (!known) throw unknownKeys(field, "claimant", [input.key]);
    return known;
  }
  const { names, create, distinctFrom } = input;
  if (!create) {
    const similar = await findSimilar(tx, "claimant", Object.values(names), { limit: MOST_OFFERED });
    throw new UnclearName([{ field, named: "claimant", ...similar }]);
  }
  return createNamed(naming, "claimant", names, { field, distinctFrom });
}

/** The topics with these keys, and one that is created. Throws as {@link chooseClaimant} does. */
export async function chooseTopics(naming: Naming, keys: string[], added?: NewTopic): Promise<Chosen[]> {
  const known = await naming.tx.topic.findMany({
    where: { key: { in: keys } },
    select: { id: true, key: true },
  });
  const unknown = keys.filter((key) => !known.some((topic) => topic.key === key));
  if (unknown.length > 0) throw unknownKeys("topics", "topic", unknown);
  if (!added) return known;
  const { names, distinctFrom } = added;
  return [...known, await createNamed(naming, "topic", names, { field: "newTopic", distinctFrom })];
}

function unknownKeys(field: string, named: NamedKind, keys: string[]): AppError {
  const details = keys.map((key) => ({ path: field, message: `There is no ${named} ${key}.` }));
  return new AppError("invalid", details[0]?.message ?? "", details);
}

type Distinct = { field: string; distinctFrom: string[] };

/**
 * Throws `conflict` with the candidates where others than those named look the same. Holds all names until the
 * transaction ends, so that two people do not create the same one at the same moment. `self` is the key of what is renamed.
 */
export async function requireDistinct(
  tx: Transaction,
  named: NamedKind,
  keys: string[],
  { field, distinctFrom, self }: Distinct & { self?: string },
): Promise<void> {
  await lockNames(tx);
  const candidates = (await findAlike(tx, named, keys)).filter(({ key }) => key !== self);
  if (candidates.some(({ key }) => !distinctFrom.includes(key))) {
    const unclear = { field, named, candidates };
    throw self === undefined ? new UnclearName([unclear]) : new TakenName(unclear);
  }
}

async function createNamed(
  { tx, context, actor }: Naming,
  named: NamedKind,
  names: Localized,
  distinct: Distinct,
): Promise<Chosen> {
  await requireDistinct(tx, named, keysOf(names), distinct);
  const wanted = slugify(names.en ?? names.ar ?? "", LONGEST_KEY, "name");
  const data = { id: context.newId(), key: await freeName(tx, wanted, named), names };
  await (named === "claimant" ? tx.claimant.create({ data }) : tx.topic.create({ data }));
  await appendEvent(tx, actor, context.now(), {
    action: `${named}.create`,
    entity: named,
    entityId: data.id,
    to: { key: data.key, names },
  });
  return data;
}
