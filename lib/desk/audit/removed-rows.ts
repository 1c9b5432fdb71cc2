import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/db/transaction";
import { removedRowSchema } from "./schema";

/** The time within which a removal can be undone, in milliseconds. */
export const UNDO_MS = 24 * 60 * 60 * 1000;

/** A row that was removed from a claim, who removed it and when. */
export type RemovedRow = {
  id: string;
  position: number;
  row: Record<string, unknown>;
  by: string;
  at: Date;
};

type RemovableEntity = "evidence" | "appearance";

/**
 * The rows that were removed from a claim within the last day and not restored, newest first. They are read
 * from the event log, which holds complete rows.
 */
export async function listRemovedRows(
  tx: Pick<Transaction, "event">,
  entity: RemovableEntity,
  claimId: string,
  now: Date,
): Promise<RemovedRow[]> {
  const events = await tx.event.findMany({
    where: {
      entityId: claimId,
      action: { in: [`${entity}.remove`, `${entity}.restore`] },
      at: { gte: new Date(now.getTime() - UNDO_MS) },
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
    return action === `${entity}.remove` ? [{ id, position, row, by: actorName, at }] : [];
  });
}

/**
 * Returns one of {@link listRemovedRows} and lets this transaction restore it unchanged, even if its texts or
 * URLs would be rejected today. Throws `not_found` (reason `undo_over`) if it is not among them.
 */
export async function getRemovedRow(
  tx: Transaction,
  entity: RemovableEntity,
  { claimId, id, now }: { claimId: string; id: string; now: Date },
): Promise<RemovedRow> {
  const removed = (await listRemovedRows(tx, entity, claimId, now)).find((one) => one.id === id);
  if (!removed) {
    throw new AppError("not_found", "There is no removal that could be undone.", [], "undo_over");
  }
  await tx.$queryRaw`SELECT set_config('veritable.undoing', 'yes', true)`;
  return removed;
}
