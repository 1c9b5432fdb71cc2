import { z } from "zod";
import type { Priority, Stage } from "./schema";

/** The parts of the queue: claims that wait for the viewer, then the stages. */
export const queueParts = ["waiting", "inbox", "inReview", "proposed", "published", "archived"] as const;
export type QueuePart = (typeof queueParts)[number];

/** The stages of each part except `waiting`, which depends on the viewer. */
export const stagesOfPart: Record<Exclude<QueuePart, "waiting">, readonly Stage[]> = {
  inbox: ["inbox", "assigned"],
  inReview: ["in_review"],
  proposed: ["proposed"],
  published: ["published"],
  archived: ["archived"],
};

/**
 * Whether a part is sorted by urgency: priority, due date, then newest claim. Published and archived claims
 * are sorted by when they reached the stage, latest first. Edits do not change either order.
 */
export function isOrderedByUrgency(part: QueuePart): boolean {
  return part !== "published" && part !== "archived";
}

/**
 * A claim's sort key; `priority` and `dueOn` count only in parts by urgency. `at` is an instant, ISO 8601.
 */
export type QueueSortKey = { priority: Priority; dueOn: string | null; at: string; id: string };

const cursorSchema = z.tuple([
  z.enum(queueParts),
  z.enum(["low", "normal", "high", "urgent"]),
  z.iso.date().nullable(),
  z.iso.datetime({ precision: 3 }),
  z
    .string()
    .max(100)
    .refine((id) => !id.includes("\0")),
]);

/** Encodes a sort key of a part as an opaque keyset cursor. */
export function encodeQueueCursor(part: QueuePart, { priority, dueOn, at, id }: QueueSortKey): string {
  return Buffer.from(JSON.stringify([part, priority, dueOn, at, id])).toString("base64url");
}

/** Decodes a cursor; undefined for an invalid one or one of another part. */
export function decodeQueueCursor(part: QueuePart, cursor: string | undefined): QueueSortKey | undefined {
  if (!cursor) return undefined;
  try {
    const text = Buffer.from(cursor, "base64url").toString();
    const [cursorPart, priority, dueOn, at, id] = cursorSchema.parse(JSON.parse(text));
    return cursorPart === part ? { priority, dueOn, at, id } : undefined;
  } catch {
    return undefined;
  }
}

const cursor = z
  .union([z.string(), z.array(z.string()).transform((texts) => texts[0])])
  .optional()
  .catch(undefined);

/**
 * Query parameters of the queue: a part and a cursor; without a part, the overview. `part` is null if it is
 * unknown.
 */
export const queueQuerySchema = z.object({
  part: z
    .union([z.enum(queueParts), z.literal("").transform(() => undefined)])
    .optional()
    .nullable()
    .catch(null),
  after: cursor,
  before: cursor,
});
