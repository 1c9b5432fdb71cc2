import { Prisma } from "@/lib/platform/db/generated/client";
import { isOrderedByUrgency, type QueuePart, type QueueSortKey, stagesOfPart } from "./queue-parts";

/** The person whose queue it is, and whether they can publish. */
export type Viewer = { id: string; publishes: boolean };

/** The range of a page: claims after a sort key, or before it in reverse order. */
export type QueueRange = { after?: QueueSortKey; before?: QueueSortKey };

/**
 * Selects the ids of claims that wait for the viewer: assigned to them and not proposed yet; proposed by
 * others, for a publisher; or with a returned proposal of theirs that no later proposal follows, whoever the
 * assignee is.
 */
function waitingFor({ id, publishes }: Viewer): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM claim WHERE assignee_id = ${id} AND stage IN ('assigned', 'in_review')
    UNION SELECT returned.claim_id FROM proposal AS returned
      JOIN claim ON claim.id = returned.claim_id AND claim.stage IN ('in_review', 'published')
      WHERE returned.proposed_by_id = ${id} AND returned.state = 'returned' AND NOT EXISTS (
        SELECT FROM proposal AS later WHERE later.claim_id = returned.claim_id
          AND (later.proposed_at, later.id) > (returned.proposed_at, returned.id))
    ${
      publishes
        ? Prisma.sql`UNION SELECT claim_id FROM proposal WHERE state = 'open' AND proposed_by_id <> ${id}`
        : Prisma.empty
    }`;
}

/** Counts the claims that wait for the viewer (`waiting`), and the claims at each stage. */
export function countsStatement(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`
    SELECT 'waiting' AS key, count(*)::int AS count FROM (${waitingFor(viewer)}) AS waiting
    UNION ALL SELECT stage::text, count(*)::int FROM claim GROUP BY stage`;
}

/** Selects the ids and sort keys of one page, after a sort key, or before it in reverse order. */
export function pageStatement(part: QueuePart, viewer: Viewer, range: QueueRange, limit: number): Prisma.Sql {
  const order = orderOf(part, range.before !== undefined);
  const columns = Prisma.sql`id, priority, due_on, ${atOf(part)} AS at`;
  // One branch per stage, so that each is an ordered index scan.
  const branches = conditionsOf(part, viewer).map(
    (condition) => Prisma.sql`(SELECT ${columns} FROM claim
      WHERE ${condition} AND ${rangeCondition(part, range)} ORDER BY ${order} LIMIT ${limit})`,
  );
  return Prisma.sql`SELECT id, priority, due_on AS "dueOn", at FROM (${Prisma.join(branches, " UNION ALL ")}) AS claim
    ORDER BY ${orderOf(part, range.before !== undefined, Prisma.sql`at`)} LIMIT ${limit}`;
}

/** Counts the claims of a part before a sort key. */
export function countBeforeStatement(part: QueuePart, viewer: Viewer, place: QueueSortKey): Prisma.Sql {
  const ofPart = Prisma.join(conditionsOf(part, viewer), " OR ");
  return Prisma.sql`
    SELECT count(*)::int AS count FROM claim WHERE (${ofPart}) AND ${rangeCondition(part, { before: place })}`;
}

function conditionsOf(part: QueuePart, viewer: Viewer): Prisma.Sql[] {
  if (part === "waiting") return [Prisma.sql`id IN (${waitingFor(viewer)})`];
  return stagesOfPart[part].map((stage) => Prisma.sql`stage = ${stage}::stage`);
}

const atOf = (part: QueuePart) =>
  isOrderedByUrgency(part) ? Prisma.sql`created_at` : Prisma.sql`stage_since`;

function orderOf(part: QueuePart, reverse: boolean, at = atOf(part)): Prisma.Sql {
  const [down, up, nulls] = reverse
    ? [Prisma.sql`ASC`, Prisma.sql`DESC`, Prisma.sql`FIRST`]
    : [Prisma.sql`DESC`, Prisma.sql`ASC`, Prisma.sql`LAST`];
  const latest = Prisma.sql`${at} ${down}, id ${down}`;
  return isOrderedByUrgency(part)
    ? Prisma.sql`priority ${down}, due_on ${up} NULLS ${nulls}, ${latest}`
    : latest;
}

function rangeCondition(part: QueuePart, { after, before }: QueueRange): Prisma.Sql {
  const place = before ?? after;
  if (!place) return Prisma.sql`TRUE`;
  const beyond = before ? Prisma.sql`>` : Prisma.sql`<`;
  const latest = Prisma.sql`(${atOf(part)}, id) ${beyond} (${new Date(place.at)}::timestamptz, ${place.id})`;
  if (!isOrderedByUrgency(part)) return latest;
  const priority = Prisma.sql`${place.priority}::priority`;
  // The first comparison is redundant, but bounds the index scan.
  return Prisma.sql`priority ${beyond}= ${priority} AND (priority ${beyond} ${priority}
    OR ${dueBeyond(place.dueOn, before !== undefined)}
    OR due_on IS NOT DISTINCT FROM ${place.dueOn} AND ${latest})`;
}

/** Due later (or sooner, in reverse); claims without a due date come last. */
function dueBeyond(dueOn: string | null, reverse: boolean): Prisma.Sql {
  if (dueOn === null) return reverse ? Prisma.sql`due_on IS NOT NULL` : Prisma.sql`FALSE`;
  return reverse ? Prisma.sql`due_on < ${dueOn}` : Prisma.sql`(due_on > ${dueOn} OR due_on IS NULL)`;
}
