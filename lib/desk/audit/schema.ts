import { z } from "zod";
import { filterDate } from "@/lib/text/filter-fields";
import { normalizeLine } from "@/lib/text/normalize";
import { longestAddress } from "@/lib/text/web-address";

/** The kinds of things that events are about. */
export const entities = [
  "article",
  "claim",
  "claimant",
  "topic",
  "evidence",
  "appearance",
  "proposal",
  "revision",
  "person",
  "invitation",
  "key",
] as const;
export type Entity = (typeof entities)[number];

/** The value of `actor` that stands for what Veritable did by itself. */
export const NOBODY = "nobody";

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => normalizeLine(text ?? "") || undefined);

const day = one.pipe(filterDate.optional());

/** What the event log is searched by: `q` is the address or id of a thing, `actor` a person's id. */
export const eventFilterSchema = z.object({
  q: one.pipe(z.string().max(longestAddress, `At most ${longestAddress} characters.`).optional()),
  actor: one.pipe(z.string().max(100, "At most 100 characters.").optional()),
  action: one.pipe(z.string().max(100, "At most 100 characters.").optional()),
  entity: one.pipe(z.enum(entities, { error: `Give one of ${entities.join(", ")}.` }).optional()),
  from: day,
  to: day,
});
export type EventFilter = z.infer<typeof eventFilterSchema>;

/** A place in the log: only events with a lower sequence are asked for. */
export const eventCursorSchema = one.pipe(
  z
    .string()
    .regex(/^\d{1,18}$/, "Take the cursor from the page before.")
    .transform((digits) => BigInt(digits))
    .optional(),
);

/** A page of the log, the newest event first. */
export const eventQuerySchema = eventFilterSchema.extend({ after: eventCursorSchema });
export type EventQuery = z.infer<typeof eventQuerySchema>;

/** One line of the exported log. `hash` and `previousHash` are SHA-256 in hex; `actor.id` is null for Veritable itself. */
export const eventRecordSchema = z.strictObject({
  sequence: z.number().int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  actor: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  from: z.json(),
  to: z.json(),
  hash: z.string(),
  previousHash: z.string().nullable(),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;

/** A row in an event that removed it or put it back: whole, and with its place among its like. */
export const removedRowSchema = z.looseObject({
  id: z.string(),
  claimId: z.string(),
  position: z.number().int(),
});
