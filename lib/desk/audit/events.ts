import type { Actor } from "@/lib/desk/auth/permissions";
import { lockLog } from "@/lib/platform/db/log-lock";
import type { Transaction } from "@/lib/platform/db/transaction";
import { hashOf } from "@/lib/record/canonical-hash";
import type { Entity } from "./schema";

/** A change to log; `from` and `to` hold the differing fields as plain JSON. */
export type NewEvent = {
  /** `entity.verb`, such as `claim.create`. */
  action: string;
  entity: Entity;
  entityId: string;
  from?: unknown;
  to?: unknown;
};

/**
 * Appends an event to the audit log, chained by hash to the previous one, and returns its sequence. Locks the
 * log until the transaction ends, so that sequences follow the order of commits and the chain cannot fork.
 * Times never decrease.
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

/** The fields that differ between two states, before (`from`) and after (`to`). */
export function diffFields<T extends Record<string, unknown>>(before: T, after: Partial<T>) {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (state: Partial<T>) => Object.fromEntries(changed.map((key) => [key, state[key] ?? null]));
  return { from: only(before), to: only(after), changed };
}
