import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { localizedSchema } from "@/lib/i18n/localized";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockLog } from "@/lib/platform/db/log-lock";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import type { Rename } from "../schema";
import { keysOf, type NamedKind } from "./alike";
import { requireDistinct } from "./choose";

const LONGEST_MS = 120_000;

/**
 * Gives a claimant or topic other names; its key stays. What is published keeps the names that it was published with;
 * claims that readers see before a verdict show the new ones. Returns the new version.
 * Throws `not_found`, `conflict` where somebody saved since `input.version` was read or where a new name looks like
 * another's that is not in `distinctFrom`.
 */
export async function renameNamed(context: Context, named: NamedKind, input: Rename): Promise<number> {
  const actor = authorize(context, "claimant.manage");
  const { key, names, distinctFrom } = input;
  return transaction(async (tx) => {
    const known = await findNamed(tx, named, key);
    const added = keysOf(names).filter((name) => !keysOf(known.names).includes(name));
    await requireDistinct(tx, named, added, { field: "names", distinctFrom, self: key });
    await lockLog(tx);
    const before = await findNamed(tx, named, key);
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
  }, LONGEST_MS);
}

async function findNamed(tx: Transaction, named: NamedKind, key: string) {
  const one = { where: { key }, select: { id: true, version: true, names: true } };
  const row = await (named === "claimant" ? tx.claimant.findUnique(one) : tx.topic.findUnique(one));
  if (!row) throw new AppError("not_found", `There is no ${named} ${key}.`);
  return { ...row, names: localizedSchema.parse(row.names) };
}

/** Writes the projection of those claims anew that readers see with the names of today. */
async function projectUnpublished(tx: Transaction, named: NamedKind, id: string): Promise<void> {
  const where: Prisma.ClaimWhereInput =
    named === "claimant" ? { claimantId: id } : { topics: { some: { topicId: id } } };
  const claims = await tx.claim.findMany({
    where: { ...where, releasedAt: { not: null }, revisions: { none: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const claim of claims) await projectClaim(tx, claim.id);
}
