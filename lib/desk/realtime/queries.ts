import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { PRESENCE_MS } from "./rules";
import type { PresentPerson } from "./schema";

/**
 * The sequence of the log's last event. Read it before a page's data, so that the page includes every event
 * up to it.
 */
export async function getLatestSequence(context: Context): Promise<number> {
  authorize(context, "desk.read");
  const { _max } = await db().event.aggregate({ _max: { sequence: true } });
  return Number(_max.sequence ?? 0);
}

/** Whether the claim, or any claim without one, has an event after `since`. */
export async function hasChangedSince(
  context: Context,
  { claim, since }: { claim?: string; since: number },
): Promise<boolean> {
  authorize(context, "desk.read");
  const event = await db().event.findFirst({
    where: { sequence: { gt: since }, entity: "claim", ...(claim && { entityId: claim }) },
    select: { sequence: true },
  });
  return event !== null;
}

/** The other people who have the claim's page open, by name, each once. */
export async function listPresentPeople(context: Context, claimId: string): Promise<PresentPerson[]> {
  const actor = authorize(context, "desk.read");
  return db().person.findMany({
    where: {
      id: { not: actor.id },
      presences: { some: { claimId, seenAt: { gt: new Date(context.now().getTime() - PRESENCE_MS) } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
