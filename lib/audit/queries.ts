import { authorize, type Context } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";

/** One line of the audit log, as staff see it. */
export type EventLine = { at: Date; actorName: string; action: string; change: unknown };

/** The newest lines of the log about these things (ids of a claim, its evidence, its proposals ...), newest first. */
export async function listEvents(context: Context, entityIds: string[], limit = 50): Promise<EventLine[]> {
  authorize(context, "desk.read");
  return db().event.findMany({
    where: { entityId: { in: entityIds } },
    orderBy: { sequence: "desc" },
    take: limit,
    select: { at: true, actorName: true, action: true, change: true },
  });
}

/**
 * Who did this last to a thing, and when (ISO 8601); null for nobody. `part` is the id of what belongs to the thing
 * and was changed, such as a piece of evidence of a claim.
 */
export async function findLastEdit(
  context: Context,
  { entityId, action, part }: { entityId: string; action: string; part?: string },
): Promise<{ by: string; at: string } | null> {
  authorize(context, "desk.read");
  const line = await db().event.findFirst({
    where: { entityId, action, ...(part && { change: { path: ["to", "id"], equals: part } }) },
    orderBy: { sequence: "desc" },
    select: { at: true, actorName: true },
  });
  return line && { by: line.actorName, at: line.at.toISOString() };
}
