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
