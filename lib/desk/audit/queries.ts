import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { buildEventWhere } from "./event-filter";
import { type EventNames, loadEventNames } from "./event-names";
import type { EventQuery } from "./schema";

/** An event as shown to staff. */
export type EventListItem = {
  sequence: string;
  at: Date;
  actorName: string;
  action: string;
  entity: string;
  entityId: string;
  change: unknown;
};

/**
 * A page of events, newest first, with the names of the entities they refer to. `older` is the cursor of the
 * next page, null at the beginning of the log.
 */
export type EventPage = { events: EventListItem[]; names: EventNames; older: string | null };

const PAGE = 50;

/** A page of the events of one entity; `after` is the cursor of the previous page. */
export async function listEvents(context: Context, entityId: string, after?: bigint): Promise<EventPage> {
  authorize(context, "desk.read");
  return loadPage({ entityId }, after);
}

/** A page of the events that match the filter. */
export async function searchEvents(context: Context, query: EventQuery): Promise<EventPage> {
  authorize(context, "event.read");
  return loadPage(await buildEventWhere(query), query.after);
}

async function loadPage(where: Prisma.EventWhereInput, after?: bigint): Promise<EventPage> {
  const rows = await db().event.findMany({
    where: after === undefined ? where : { AND: [where, { sequence: { lt: after } }] },
    orderBy: { sequence: "desc" },
    take: PAGE + 1,
    omit: { actorId: true, hash: true, previousHash: true },
  });
  const events = rows.slice(0, PAGE).map((row) => ({ ...row, sequence: row.sequence.toString() }));
  return {
    events,
    names: await loadEventNames(events),
    older: rows.length > PAGE ? (events.at(-1)?.sequence ?? null) : null,
  };
}

/** The values of the log's filters: all people of the desk, and the actions that occur in the log. */
export type EventChoices = { people: Array<{ id: string; name: string }>; actions: string[] };

/** Lists the values of the log's filters, sorted by name. */
export async function listEventChoices(context: Context): Promise<EventChoices> {
  authorize(context, "event.read");
  const [people, actions] = await Promise.all([
    db().person.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } }),
    // A loose index scan: one index lookup per distinct action.
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
 * Who performed an action on an entity last, and when (ISO 8601); null if nobody did. `part` is the id of a
 * changed part of the entity, such as a piece of evidence of a claim.
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
