import { authorize, type Context } from "@/lib/desk/auth/permissions";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import { buildEventWhere } from "./event-filter";
import type { EventFilter, EventRecord } from "./schema";

const BATCH = 500;

/**
 * Streams the event log as NDJSON, oldest event first, one {@link EventRecord} a line, from one snapshot of
 * the database. Throws `unauthenticated` and `forbidden` before anything is read.
 */
export async function exportEvents(
  context: Context,
  filter: Partial<EventFilter>,
): Promise<ReadableStream<Uint8Array>> {
  authorize(context, "event.read");
  const where = await buildEventWhere(filter);
  return snapshotStream(async (tx, write) => {
    for (let after = 0n; ; ) {
      const rows = await tx.event.findMany({
        where: { AND: [where, { sequence: { gt: after } }] },
        orderBy: { sequence: "asc" },
        take: BATCH,
      });
      const last = rows.at(-1);
      if (!last) return;
      await write(rows.map((row) => `${JSON.stringify(toRecord(row))}\n`).join(""));
      if (rows.length < BATCH) return;
      after = last.sequence;
    }
  });
}

function toRecord(row: Prisma.EventGetPayload<object>): EventRecord {
  const { from, to } = row.change as Pick<EventRecord, "from" | "to">;
  return {
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    action: row.action,
    entity: row.entity,
    entityId: row.entityId,
    from,
    to,
    hash: row.hash,
    previousHash: row.previousHash,
  };
}
