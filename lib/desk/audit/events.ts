import type { Actor } from "@/lib/desk/auth/permissions";
import { lockLog } from "@/lib/platform/db/log-lock";
import type { Transaction } from "@/lib/platform/db/transaction";
import { hashOf } from "@/lib/record/canonical-hash";
import type { Entity } from "./schema";

/** One change: `from` and `to` hold what differs, as plain JSON. */
export type NewEvent = {
  /** `entity.verb`, such as `claim.create`. */
  action: string;
  entity: Entity;
  entityId: string;
  from?: unknown;
  to?: unknown;
};

/**
 * Appends one line to the audit log, chained to the line before it, and answers its sequence. The lock is held until
 * the transaction ends, so sequences follow the order of commits and the chain never forks. Where the clock was set back,
 * the line gets the time of the line before it.
 */
export async function appendEvent(
  tx: Transaction,
  actor: Actor | null,
  at: Date,
  event: NewEvent,
): Promise<bigint> {
  await lockLog(tx);
  const last = await tx.event.findFirst({ orderBy: { sequence: "desc" }, select: { hash: true, at: true } });
  const line = {
    at: (last && last.at > at ? last.at : at).toISOString(),
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? "Veritable",
    action: event.action,
    entity: event.entity,
    entityId: event.entityId,
    change: JSON.parse(JSON.stringify({ from: event.from ?? null, to: event.to ?? null })),
    previousHash: last?.hash ?? null,
  };
  const { sequence } = await tx.event.create({
    data: { ...line, hash: hashOf(line) },
    select: { sequence: true },
  });
  return sequence;
}

/** What differs between two states of a thing, for the log: only the changed fields, before and after. */
export function difference<T extends Record<string, unknown>>(before: T, after: Partial<T>) {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (state: Partial<T>) => Object.fromEntries(changed.map((key) => [key, state[key] ?? null]));
  return { from: only(before), to: only(after), changed };
}
