import { z } from "zod";
import type { Priority, Stage } from "./schema";

/** The parts of the queue in the order of the work: what waits for whoever looks, then the stages. */
export const queueParts = ["waiting", "inbox", "inReview", "proposed", "published", "archived"] as const;
export type QueuePart = (typeof queueParts)[number];

/** The stages of the claims in each part but `waiting`, which depends on who looks. */
export const stagesOf: Record<Exclude<QueuePart, "waiting">, readonly Stage[]> = {
  inbox: ["inbox", "assigned"],
  inReview: ["in_review"],
  proposed: ["proposed"],
  published: ["published"],
  archived: ["archived"],
};

/**
 * Whether a part is ordered by urgency: priority, then due date, then the newest claim. What is done is ordered by when
 * it came to its stage, the latest first. An edit changes nothing of either order, so that a claim stays on its page.
 */
export function isByUrgency(part: QueuePart): boolean {
  return part !== "published" && part !== "archived";
}

/** A claim's sort key; `priority` and `dueOn` count in parts by urgency alone. `at` is an instant, ISO 8601. */
export type QueuePlace = { priority: Priority; dueOn: string | null; at: string; id: string };

const contents = z.tuple([
  z.enum(queueParts),
  z.enum(["low", "normal", "high", "urgent"]),
  z.iso.date().nullable(),
  z.iso.datetime({ precision: 3 }),
  z
    .string()
    .max(100)
    .refine((id) => !id.includes("\0")),
]);

/** The keyset cursor of a place in a part of the queue, as one opaque word for an address. */
export function encodeQueueCursor(part: QueuePart, { priority, dueOn, at, id }: QueuePlace): string {
  return Buffer.from(JSON.stringify([part, priority, dueOn, at, id])).toString("base64url");
}

/** The place that a cursor names; undefined where it is none, or one of another part. */
export function readQueueCursor(part: QueuePart, cursor: string | undefined): QueuePlace | undefined {
  if (!cursor) return undefined;
  try {
    const text = Buffer.from(cursor, "base64url").toString();
    const [madeFor, priority, dueOn, at, id] = contents.parse(JSON.parse(text));
    return madeFor === part ? { priority, dueOn, at, id } : undefined;
  } catch {
    return undefined;
  }
}

const cursor = z
  .union([z.string(), z.array(z.string()).transform((texts) => texts[0])])
  .optional()
  .catch(undefined);

/**
 * The address of a queue page: a part alone, and where in it; the whole queue without a part; `part` is null where there
 * is none of that name.
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
