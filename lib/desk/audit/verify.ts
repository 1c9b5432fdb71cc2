import { hashOf, LoneSurrogate } from "@/lib/record/canonical-hash";
import { type EventRecord, eventRecordSchema } from "./schema";

/**
 * What can be wrong with a line; `surrogate`: a text holds a lone surrogate, so that it has no canonical
 * hash.
 */
export type EventProblem = "unreadable" | "surrogate" | "hash" | "chain" | "order";

/**
 * The result of verifying an exported event log. `last` is the hash of the last line; null if it is empty.
 * Compare it with a later export to detect a truncated one.
 */
export type LogCheck =
  | { sound: true; count: number; last: string | null }
  | { sound: false; line: number; sequence: number | null; fault: EventProblem };

/**
 * Verifies the lines of an exported event log (NDJSON), oldest first: each line's hash, and the chain to the
 * line before it. Stops at the first fault. A `filtered` export leaves lines out, so that only hashes and
 * order can be verified.
 */
export async function verifyEvents(
  lines: AsyncIterable<string> | Iterable<string>,
  { filtered = false }: { filtered?: boolean } = {},
): Promise<LogCheck> {
  let [count, line, last]: [number, number, EventRecord | null] = [0, 0, null];
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const record = parseLine(text);
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

/** The hash of an event: SHA-256 over RFC 8785 canonical JSON, in hex. */
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

function hashFault(record: EventRecord): EventProblem | null {
  try {
    return eventHash(record) === record.hash ? null : "hash";
  } catch (error) {
    if (error instanceof LoneSurrogate) return "surrogate";
    throw error;
  }
}

function parseLine(text: string): EventRecord | null {
  try {
    return eventRecordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
