import { z } from "zod";
import { idField } from "@/lib/text/fields";

const id = z.string();

/** What the database tells at a commit (see the triggers that call `pg_notify`). */
export const changeNoticeSchema = z.discriminatedUnion("kind", [
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
export type ChangeNotice = z.infer<typeof changeNoticeSchema>;

/** Somebody of the desk who has a claim's page open. */
export type Present = { id: string; name: string };

/** What an open page is told. `sequence` is that of the last event of the log that the message takes account of. */
export type LiveMessage =
  /** From here on nothing is missed. */
  | { kind: "ready"; sequence: number }
  /** Something on the page changed. */
  | { kind: "change"; sequence: number; actorId: string | null; actorName: string }
  /** Something may have changed: notices were lost. */
  | { kind: "resync"; sequence: number }
  /** The person's own notices changed. */
  | { kind: "notice" }
  /** Who else has the claim's page open. */
  | { kind: "presence"; people: Present[] }
  /** The same browser has too many pages open: come back when this one is looked at. */
  | { kind: "parked" }
  /** Nobody is signed in any more, or may not read the desk. */
  | { kind: "ended" };

/** What an open page asks for: one claim, or else the queue; and the last event that it shows. */
export const liveQuerySchema = z
  .object({
    claim: idField.optional(),
    since: z.coerce.number().int().nonnegative().optional(),
  })
  .strict();
export type LiveQuery = z.infer<typeof liveQuerySchema>;
