import { z } from "zod";
import { idField } from "@/lib/text/fields";

const id = z.string();

/** The payload of a database notification at a commit (see the triggers that call `pg_notify`). */
export const databaseNotificationSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("event"),
    sequence: z.int(),
    action: z.string(),
    entity: z.string(),
    entityId: id,
    /** The claim that the event belongs to. */
    claimId: id.nullable(),
    actorId: id.nullable(),
    actorName: z.string(),
  }),
  z.object({ kind: z.literal("notice"), personId: id }),
  z.object({ kind: z.literal("presence"), claimId: id }),
]);
export type DatabaseNotification = z.infer<typeof databaseNotificationSchema>;

/** A person who has a claim's page open. */
export type PresentPerson = { id: string; name: string };

/** A message to an open page. `sequence` is that of the last event that the message covers. */
export type RealtimeMessage =
  /** Connected: no change is missed from here on. */
  | { kind: "ready"; sequence: number }
  /** Something on the page changed. */
  | { kind: "change"; sequence: number; actorId: string | null; actorName: string }
  /** Something may have changed: notifications were lost. */
  | { kind: "resync"; sequence: number }
  /** The person's own notifications changed. */
  | { kind: "notice" }
  /** Who else has the claim's page open. */
  | { kind: "presence"; people: PresentPerson[] }
  /** The session has too many open pages: reconnect when this one is visible. */
  | { kind: "parked" }
  /** The session has ended, or may not read the desk any more. */
  | { kind: "ended" };

/**
 * What an open page subscribes to: one claim, or the queue without one. `since` is the last event that it
 * shows.
 */
export const realtimeQuerySchema = z
  .object({
    claim: idField.optional(),
    since: z.coerce.number().int().nonnegative().optional(),
  })
  .strict();
export type RealtimeQuery = z.infer<typeof realtimeQuerySchema>;
