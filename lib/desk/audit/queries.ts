import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type EventNames, namesIn } from "./names";
import type { EventQuery } from "./schema";
import { whereOf } from "./where";

/** One line of the audit log, as staff see it. */
export type EventLine = {
  sequence: string;
  at: Date;
  actorName: string;
  action: string;
  entity: string;
  entityId: string;
  change: unknown;
};

/**
 * Lines of the log, the newest first, with the names of what they speak of. `older` is the cursor of the page behind,
 * null at the log's beginning.
 */
export type EventPage = { events: EventLine[]; names: EventNames; older: string | null };

const PAGE = 50;

/** A page of the log about one thing; `after` asks for what came before that event. */
export async function listEvents(context: Context, entityId: string, after?: bigint): Promise<EventPage> {
  authorize(context, "desk.read");
  return pageOf({ entityId }, after);
}

/** A page of what the filter matches in the whole log. */
export async function searchEvents(context: Context, query: EventQuery): Promise<EventPage> {
  authorize(context, "event.read");
  return pageOf(await whereOf(query), query.after);
}

async function pageOf(where: Prisma.EventWhereInput, after?: bigint): Promise<EventPage> {
  const rows = await db().event.findMany({
    where: after === undefined ? where : { AND: [where, { sequence: { lt: after } }] },
    orderBy: { sequence: "desc" },
    take: PAGE + 1,
    omit: { actorId: true, hash: true, previousHash: true },
  });
  const events = rows.slice(0, PAGE).map((row) => ({ ...row, sequence: row.sequence.toString() }));
  return {
    events,
    names: await namesIn(events),
    older: rows.length > PAGE ? (events.at(-1)?.sequence ?? null) : null,
  };
}

/** What the log can be searched by: everybody of the desk, and the actions that stand in the log. */
export type EventChoices = { people: Array<{ id: string; name: string }>; actions: string[] };

/** The people by name, and the actions in the order of the alphabet. */
export async function listEventChoices(context: Context): Promise<EventChoices> {
  authorize(context, "event.read");
  const [people, actions] = await Promise.all([
    db().person.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } }),
    // From each action to the next one in the index: some twenty steps, however long the log is.
    db().$queryRaw<Array<{ action: string }>>`
      WITH RECURSIVE found AS (
        (SELECT action FROM event ORDER BY action LIMIT 1)
        UNION ALL
        SELECT (SELECT action FROM event WHERE action > found.action ORDER BY action LIMIT 1)
        FROM found WHERE found.action IS NOT NULL
      )
      SELECT action FROM found WHERE action IS NOT NULL`,
  ]);
  return { people, actions: actions.map(({ action }) => action) };
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
