import { appendEvent } from "@/lib/desk/audit/events";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import type { ClaimantReference, NewTopic } from "@/lib/desk/claims/schema";
import { AppError } from "@/lib/errors";
import type { Localized } from "@/lib/i18n/localized";
import type { Transaction } from "@/lib/platform/db/transaction";
import { lockNames, uniqueName } from "@/lib/platform/db/unique-name";
import { slugify } from "@/lib/text/slug";
import {
  AmbiguousNameError,
  findSameNames,
  type NamedEntityKind,
  NameTakenError,
  nameKeysOf,
} from "./candidates";
import { findSimilarNames, MAX_CANDIDATES } from "./similar-names";

const MAX_KEY_LENGTH = 60;

/** The transaction, context and actor of a command that names entities. */
export type NamingContext = { tx: Transaction; context: Context; actor: Actor };

/** An existing or newly created claimant or topic. */
export type ResolvedEntity = { id: string; key: string };

/**
 * Resolves or creates a claimant. One is created only with `create: true`, if every entity with an equal name
 * is in `distinctFrom`. Throws `invalid` on `field` for an unknown key, else `conflict` with candidates.
 */
export async function resolveClaimant(
  naming: NamingContext,
  input: ClaimantReference,
  field = "claimant",
): Promise<ResolvedEntity> {
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
    const similar = await findSimilarNames(tx, "claimant", Object.values(names), { limit: MAX_CANDIDATES });
    throw new AmbiguousNameError([{ field, named: "claimant", ...similar }]);
  }
  return createEntity(naming, "claimant", names, { field, distinctFrom });
}

/** Resolves topics by key and creates one if given. Throws as {@link resolveClaimant}. */
export async function resolveTopics(
  naming: NamingContext,
  keys: string[],
  added?: NewTopic,
): Promise<ResolvedEntity[]> {
  const known = await naming.tx.topic.findMany({
    where: { key: { in: keys } },
    select: { id: true, key: true },
  });
  const unknown = keys.filter((key) => !known.some((topic) => topic.key === key));
  if (unknown.length > 0) throw unknownKeys("topics", "topic", unknown);
  if (!added) return known;
  const { names, distinctFrom } = added;
  return [...known, await createEntity(naming, "topic", names, { field: "newTopic", distinctFrom })];
}

function unknownKeys(field: string, named: NamedEntityKind, keys: string[]): AppError {
  const details = keys.map((key) => ({ path: field, message: `There is no ${named} ${key}.` }));
  return new AppError("invalid", details[0]?.message ?? "", details);
}

type Distinct = { field: string; distinctFrom: string[] };

/**
 * Throws `conflict` with candidates if an entity that is not in `distinctFrom` has one of the comparison
 * keys. Locks all names until the transaction ends, so that nobody creates the same name concurrently. `self`
 * is the key of a renamed entity.
 */
export async function requireDistinctNames(
  tx: Transaction,
  named: NamedEntityKind,
  keys: string[],
  { field, distinctFrom, self }: Distinct & { self?: string },
): Promise<void> {
  await lockNames(tx);
  const candidates = (await findSameNames(tx, named, keys)).filter(({ key }) => key !== self);
  if (candidates.some(({ key }) => !distinctFrom.includes(key))) {
    const ambiguous = { field, named, candidates };
    throw self === undefined ? new AmbiguousNameError([ambiguous]) : new NameTakenError(ambiguous);
  }
}

async function createEntity(
  { tx, context, actor }: NamingContext,
  named: NamedEntityKind,
  names: Localized,
  distinct: Distinct,
): Promise<ResolvedEntity> {
  await requireDistinctNames(tx, named, nameKeysOf(names), distinct);
  const wanted = slugify(names.en ?? names.ar ?? "", MAX_KEY_LENGTH, "name");
  const data = { id: context.newId(), key: await uniqueName(tx, wanted, named), names };
  await (named === "claimant" ? tx.claimant.create({ data }) : tx.topic.create({ data }));
  await appendEvent(tx, actor, context.now(), {
    action: `${named}.create`,
    entity: named,
    entityId: data.id,
    to: { key: data.key, names },
  });
  return data;
}
