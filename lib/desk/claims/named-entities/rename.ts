import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import type { EntityRename } from "@/lib/desk/claims/schema";
import { AppError } from "@/lib/errors";
import { localizedSchema } from "@/lib/i18n/localized";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockLog } from "@/lib/platform/db/log-lock";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { type NamedEntityKind, nameKeysOf } from "./candidates";
import { requireDistinctNames } from "./resolve";

const TIMEOUT_MS = 120_000;

/**
 * Changes the names of a claimant or topic; its key stays. Returns the new version. Published verdicts do not
 * change; released claims without a verdict show the new names. Throws `not_found`, and `conflict` if
 * somebody saved since `input.version` or an entity that is not in `distinctFrom` has one of the new names.
 */
export async function renameNamedEntity(
  context: Context,
  named: NamedEntityKind,
  input: EntityRename,
): Promise<number> {
  const actor = authorize(context, "claimant.manage");
  const { key, names, distinctFrom } = input;
  return transaction(async (tx) => {
    const known = await getEntity(tx, named, key);
    const added = nameKeysOf(names).filter((name) => !nameKeysOf(known.names).includes(name));
    await requireDistinctNames(tx, named, added, { field: "names", distinctFrom, self: key });
    await lockLog(tx);
    const before = await getEntity(tx, named, key);
    if (before.version !== input.version) {
      throw new AppError(
        "conflict",
        `Somebody else renamed this ${named} after you opened it.`,
        [],
        "edited",
      );
    }
    if (JSON.stringify(before.names) === JSON.stringify(names)) return before.version;
    const change = { where: { key }, data: { names, version: { increment: 1 } } };
    const { version } = await (named === "claimant" ? tx.claimant.update(change) : tx.topic.update(change));
    await appendEvent(tx, actor, context.now(), {
      action: `${named}.rename`,
      entity: named,
      entityId: before.id,
      from: { names: before.names },
      to: { names },
    });
    await projectUnpublished(tx, named, before.id);
    return version;
  }, TIMEOUT_MS);
}

async function getEntity(tx: Transaction, named: NamedEntityKind, key: string) {
  const one = { where: { key }, select: { id: true, version: true, names: true } };
  const row = await (named === "claimant" ? tx.claimant.findUnique(one) : tx.topic.findUnique(one));
  if (!row) throw new AppError("not_found", `There is no ${named} ${key}.`);
  return { ...row, names: localizedSchema.parse(row.names) };
}

/** Updates the projection of released claims without a revision. */
async function projectUnpublished(tx: Transaction, named: NamedEntityKind, id: string): Promise<void> {
  const where: Prisma.ClaimWhereInput =
    named === "claimant" ? { claimantId: id } : { topics: { some: { topicId: id } } };
  const claims = await tx.claim.findMany({
    where: { ...where, releasedAt: { not: null }, revisions: { none: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const claim of claims) await projectClaim(tx, claim.id);
}
