import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/db/transaction";
import { removedRowSchema } from "./schema";

/** How long a removal can be undone, in milliseconds. */
export const undoMs = 24 * 60 * 60 * 1000;

/** What was removed from a claim: the row as it stood, who removed it and when. */
export type Removed = {
  id: string;
  position: number;
  row: Record<string, unknown>;
  by: string;
  at: Date;
};

type Thing = "evidence" | "appearance";

/**
 * What was removed from a claim within the last day and not put back, the latest first. The log holds each row whole,
 * so that nothing else has to know of rows that are gone.
 */
export async function listRemoved(
  tx: Pick<Transaction, "event">,
  thing: Thing,
  claimId: string,
  now: Date,
): Promise<Removed[]> {
  const events = await tx.event.findMany({
    where: {
      entityId: claimId,
      action: { in: [`${thing}.remove`, `${thing}.restore`] },
      at: { gte: new Date(now.getTime() - undoMs) },
    },
    orderBy: { sequence: "desc" },
    select: { action: true, actorName: true, at: true, change: true },
  });
  const seen = new Set<string>();
  return events.flatMap(({ action, actorName, at, change }) => {
    const { from, to } = change as { from: unknown; to: unknown };
    const row = removedRowSchema.safeParse(from ?? to).data;
    if (!row || seen.has(row.id)) return [];
    seen.add(row.id);
    const { id, position } = row;
    return action === `${thing}.remove` ? [{ id, position, row, by: actorName, at }] : [];
  });
}

/**
 * One thing of {@link listRemoved}, which this transaction may put back as it was, whatever texts and addresses are refused
 * since. Throws `not_found` (reason `undo_over`) where it is not among them.
 */
export async function getRemoved(
  tx: Transaction,
  thing: Thing,
  { claimId, id, now }: { claimId: string; id: string; now: Date },
): Promise<Removed> {
  const removed = (await listRemoved(tx, thing, claimId, now)).find((one) => one.id === id);
  if (!removed) {
    throw new AppError("not_found", "Nothing was removed here that could be put back.", [], "undo_over");
  }
  await tx.$queryRaw`SELECT set_config('veritable.undoing', 'yes', true)`;
  return removed;
}
