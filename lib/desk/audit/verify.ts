import { hashOf, LoneSurrogate } from "@/lib/record/canonical-hash";
import { type EventRecord, eventRecordSchema } from "./schema";

/** What can be wrong with a line; `surrogate`: a text in it holds half of a surrogate pair, which no hash can be over. */
export type EventFault = "unreadable" | "surrogate" | "hash" | "chain" | "order";

/**
 * What a check of an exported log found. `last` is the hash of its last line, null where it has none: keep it, and a
 * later export that was cut short will not have it.
 */
export type LogCheck =
  | { sound: true; count: number; last: string | null }
  | { sound: false; line: number; sequence: number | null; fault: EventFault };

/**
 * Checks the lines of an exported event log (NDJSON), the oldest first: that every line has the hash of what it says,
 * and names the line before it. Stops at the first that does not. An export that was filtered leaves lines out, so
 * that only the hashes of its lines can be checked: `filtered`.
 */
export async function verifyEvents(
  lines: AsyncIterable<string> | Iterable<string>,
  { filtered = false }: { filtered?: boolean } = {},
): Promise<LogCheck> {
  let [count, line, last]: [number, number, EventRecord | null] = [0, 0, null];
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const record = read(text);
    if (!record) return { sound: false, line, sequence: null, fault: "unreadable" };
    const { sequence } = record;
    const fault = hashFault(record);
    if (fault) return { sound: false, line, sequence, fault };
    if (!filtered && record.previousHash !== (last?.hash ?? null)) {
      return { sound: false, line, sequence, fault: "chain" };
    }
    if (last && sequence <= last.sequence) return { sound: false, line, sequence, fault: "order" };
    last = record;
    count += 1;
  }
  return { sound: true, count, last: last?.hash ?? null };
}

/** SHA-256 over the RFC 8785 canonical JSON of what an event says, in hex. */
export function eventHash(record: Omit<EventRecord, "hash" | "sequence">): string {
  const { at, actor, action, entity, entityId, from, to, previousHash } = record;
  return hashOf({
    at,
    actorId: actor.id,
    actorName: actor.name,
    action,
    entity,
    entityId,
    change: { from, to },
    previousHash,
  });
}

function hashFault(record: EventRecord): EventFault | null {
  try {
    return eventHash(record) === record.hash ? null : "hash";
  } catch (error) {
    if (error instanceof LoneSurrogate) return "surrogate";
    throw error;
  }
}

function read(text: string): EventRecord | null {
  try {
    return eventRecordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
