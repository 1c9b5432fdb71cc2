import { AppError, type ErrorDetail } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { nameKeys } from "@/lib/text/name-key";
import type { Candidate } from "../schema";

/** What has names of its own: who makes claims, and what they are about. */
export type NamedKind = "claimant" | "topic";

type Database = Pick<Transaction, "$queryRaw">;

/** Names, of whatever languages, as they are compared with others. */
export function keysOf(names: Localized | string[]): string[] {
  return [...new Set(Object.values(names).flatMap(nameKeys))];
}

/** Those with a name in any language that looks the same as one of these, by key. */
export async function findAlike(database: Database, named: NamedKind, keys: string[]): Promise<Candidate[]> {
  return candidates(database, named, Prisma.sql`n.name_keys && ${keys}`, Prisma.sql`ORDER BY n.key`);
}

const counts = {
  claimant: Prisma.sql`(SELECT count(*)::int FROM claim WHERE claim.claimant_id = n.id)`,
  topic: Prisma.sql`(SELECT count(*)::int FROM claim_topic WHERE claim_topic.topic_id = n.id)`,
};
const claimsOf = {
  claimant: Prisma.sql`claim WHERE claim.claimant_id = n.id`,
  topic: Prisma.sql`claim JOIN claim_topic ON claim_topic.claim_id = claim.id WHERE claim_topic.topic_id = n.id`,
};

/** Claimants or topics `n` under a condition, with the number of their claims and the latest of them. */
export async function candidates(
  database: Database,
  named: NamedKind,
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

/** Candidates for the names in a field of the input; none where the desk knows nobody of such a name. */
export type Unclear = {
  field: string;
  named: NamedKind;
  candidates: Candidate[];
  /** How many there are, where these are only the closest. */
  total?: number;
};

/** Names that do not say who is meant, each with those that it may be. */
export class UnclearName extends AppError {
  constructor(
    readonly unclear: [Unclear, ...Unclear[]],
    message = messageOf(unclear[0]),
    reason = `${unclear[0].named}_unclear`,
  ) {
    super("conflict", message, unclear.flatMap(detailsOf), reason);
  }
}

/** A new name for a known thing that others have as well. */
export class TakenName extends UnclearName {
  constructor(unclear: Unclear) {
    super(
      [unclear],
      `Another ${unclear.named} has such a name. To have both, name the keys of all that it is not in distinctFrom.`,
      "name_taken",
    );
  }
}

function messageOf({ named, candidates, total = candidates.length }: Unclear): string {
  const shown = total > candidates.length ? ` The closest ${candidates.length} of ${total} are named.` : "";
  return candidates.length > 0
    ? `The desk knows a ${named} of such a name.${shown} Give the key of the one that is meant; to create another one, name the keys of all that it is not in distinctFrom.`
    : `The desk knows no ${named} of this name.`;
}

function detailsOf({ field, named, candidates }: Unclear): ErrorDetail[] {
  if (candidates.length === 0) {
    return [{ path: field, message: `No ${named} is called so. Send create: true to make one.` }];
  }
  return candidates.map(({ key, names, claims }) => ({
    path: field,
    message: `${key}: ${Object.values(names).join(" / ")} (${claims} ${claims === 1 ? "claim" : "claims"})`,
  }));
}
