import { z } from "zod";
import { filterDate } from "@/lib/text/filter-fields";
import { normalizeLine } from "@/lib/text/normalize";
import { MAX_ADDRESS_LENGTH } from "@/lib/text/web-address";

/** The kinds of entities that events are about. */
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

/** The value of `actor` for events without a person. */
export const SYSTEM_ACTOR = "nobody";

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => normalizeLine(text ?? "") || undefined);

const day = one.pipe(filterDate.optional());

/** Filters of the event log. `q` is the URL or id of an entity, `actor` a person's id. */
export const eventFilterSchema = z.object({
  q: one.pipe(z.string().max(MAX_ADDRESS_LENGTH, `At most ${MAX_ADDRESS_LENGTH} characters.`).optional()),
  actor: one.pipe(z.string().max(100, "At most 100 characters.").optional()),
  action: one.pipe(z.string().max(100, "At most 100 characters.").optional()),
  entity: one.pipe(z.enum(entities, { error: `Give one of ${entities.join(", ")}.` }).optional()),
  from: day,
  to: day,
});
export type EventFilter = z.infer<typeof eventFilterSchema>;

/** A page cursor: only events with a lower sequence. */
export const eventCursorSchema = one.pipe(
  z
    .string()
    .regex(/^\d{1,18}$/, "Use the cursor of the previous page.")
    .transform((digits) => BigInt(digits))
    .optional(),
);

/** Query parameters for a page of the log, newest event first. */
export const eventQuerySchema = eventFilterSchema.extend({ after: eventCursorSchema });
export type EventQuery = z.infer<typeof eventQuerySchema>;

/**
 * One line of the exported log. `hash` and `previousHash` are SHA-256 in hex; `actor.id` is null for
 * Veritable itself.
 */
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

/** The complete row in an event that removed or restored it. */
export const removedRowSchema = z.looseObject({
  id: z.string(),
  claimId: z.string(),
  position: z.number().int(),
});
