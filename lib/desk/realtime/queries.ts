import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { presenceMs } from "./rules";
import type { Present } from "./schema";

/**
 * The sequence of the log's last event. Read before what a page shows: then the page shows every event up to it.
 */
export async function latestSequence(context: Context): Promise<number> {
  authorize(context, "desk.read");
  const { _max } = await db().event.aggregate({ _max: { sequence: true } });
  return Number(_max.sequence ?? 0);
}

/** Whether anything happened to the claim, or to any claim, after an event of the log. */
export async function changedSince(
  context: Context,
  { claim, since }: { claim?: string; since: number },
): Promise<boolean> {
  authorize(context, "desk.read");
  const found = await db().event.findFirst({
    where: { sequence: { gt: since }, entity: "claim", ...(claim && { entityId: claim }) },
    select: { sequence: true },
  });
  return found !== null;
}

/** Who else has the claim's page open, by name; each person once. */
export async function listPresent(context: Context, claimId: string): Promise<Present[]> {
  const actor = authorize(context, "desk.read");
  return db().person.findMany({
    where: {
      id: { not: actor.id },
      presences: { some: { claimId, seenAt: { gt: new Date(context.now().getTime() - presenceMs) } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
