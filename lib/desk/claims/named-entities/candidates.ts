import type { Candidate } from "@/lib/desk/claims/schema";
import { AppError, type ErrorDetail } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { nameKeys } from "@/lib/text/name-key";

/** The kinds of named entities: those who make claims, and what claims are about. */
export type NamedEntityKind = "claimant" | "topic";

type Database = Pick<Transaction, "$queryRaw">;

/** The comparison keys of names in any languages, without duplicates. */
export function nameKeysOf(names: Localized | string[]): string[] {
  return [...new Set(Object.values(names).flatMap(nameKeys))];
}

/** The entities that have one of these comparison keys in any language, sorted by key. */
export async function findSameNames(
  database: Database,
  named: NamedEntityKind,
  keys: string[],
): Promise<Candidate[]> {
  return loadCandidates(database, named, Prisma.sql`n.name_keys && ${keys}`, Prisma.sql`ORDER BY n.key`);
}

const counts = {
  claimant: Prisma.sql`(SELECT count(*)::int FROM claim WHERE claim.claimant_id = n.id)`,
  topic: Prisma.sql`(SELECT count(*)::int FROM claim_topic WHERE claim_topic.topic_id = n.id)`,
};
const claimsOf = {
  claimant: Prisma.sql`claim WHERE claim.claimant_id = n.id`,
  topic: Prisma.sql`claim JOIN claim_topic ON claim_topic.claim_id = claim.id WHERE claim_topic.topic_id = n.id`,
};

/**
 * Loads claimants or topics `n` that meet a condition, with the number of their claims and the latest one.
 */
export async function loadCandidates(
  database: Database,
  named: NamedEntityKind,
  condition: Prisma.Sql,
  order: Prisma.Sql,
): Promise<Required<Candidate>[]> {
  const rows = await database.$queryRaw<Required<Candidate>[]>`
    SELECT n.key, n.names, ${counts[named]} AS claims, (
      SELECT json_build_object('text', claim.text, 'language', claim.language) FROM ${claimsOf[named]}
      ORDER BY claim.created_at DESC, claim.id DESC LIMIT 1
    ) AS example
    FROM ${Prisma.raw(named)} AS n WHERE ${condition} ${order}`;
  return rows.map((row) => ({ ...row, names: localizedSchema.parse(row.names) }));
}

/**
 * A name in a field of the input that is not resolved, and its candidates, none if the desk knows no similar
 * name.
 */
export type AmbiguousName = {
  field: string;
  named: NamedEntityKind;
  candidates: Candidate[];
  /** The total, if only the most similar ones are listed. */
  total?: number;
};

/** The error for ambiguous names, with the candidates of each. */
export class AmbiguousNameError extends AppError {
  constructor(
    readonly ambiguous: [AmbiguousName, ...AmbiguousName[]],
    message = messageOf(ambiguous[0]),
    reason = `${ambiguous[0].named}_unclear`,
  ) {
    super("conflict", message, ambiguous.flatMap(detailsOf), reason);
  }
}

/** The error for a new name of an entity that others have already. */
export class NameTakenError extends AmbiguousNameError {
  constructor(ambiguous: AmbiguousName) {
    super(
      [ambiguous],
      `Another ${ambiguous.named} has this name. If they are different, list the keys of the others in distinctFrom.`,
      "name_taken",
    );
  }
}

function messageOf({ named, candidates, total = candidates.length }: AmbiguousName): string {
  const shown =
    total > candidates.length ? ` The ${candidates.length} most similar of ${total} are listed.` : "";
  return candidates.length > 0
    ? `The desk has a ${named} with this or a similar name.${shown} Give its key; to create another one, list the keys of the others in distinctFrom.`
    : `The desk has no ${named} with this name.`;
}

function detailsOf({ field, named, candidates }: AmbiguousName): ErrorDetail[] {
  if (candidates.length === 0) {
    return [{ path: field, message: `There is no ${named} with this name. Send create: true to create it.` }];
  }
  return candidates.map(({ key, names, claims }) => ({
    path: field,
    message: `${key}: ${Object.values(names).join(" / ")} (${claims} ${claims === 1 ? "claim" : "claims"})`,
  }));
}
