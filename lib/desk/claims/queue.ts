import { authorize, type Context, may } from "@/lib/desk/auth/permissions";
import { type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { draftDiffers } from "./drift";
import {
  encodeQueueCursor,
  type QueuePart,
  type QueuePlace,
  queueParts,
  readQueueCursor,
  stagesOf,
} from "./queue-parts";
import {
  countBeforeStatement,
  countsStatement,
  pageStatement,
  type QueueRange,
  type Viewer,
} from "./queue-sql";
import type { Priority, Stage } from "./schema";

/** A claim in the queue. `returned` holds the note of a proposal sent back that nobody has followed up yet. */
export type QueueLine = {
  slug: string;
  text: Texts;
  stage: Stage;
  assignee: string | null;
  /** ISO 8601 date. */
  dueOn: string | null;
  priority: Priority;
  evidence: number;
  proposedBy: string | null;
  rating: string | null;
  returned: string | null;
  updatedAt: Date;
  /** Whether readers see the claim before a verdict on it; null where one is published or the claim is archived. */
  released: boolean | null;
  /** Whether readers see something else than the draft says. */
  draftDiffers: boolean;
};

/** How many claims each part has. */
export type QueueCounts = Record<QueuePart, number>;

/** The first {@link previewLength} claims of each part, and how many it has. */
export type Queue = Record<QueuePart, QueueLine[]> & { counts: QueueCounts };

/** A page of one part. The cursors lead to the pages beside it; null where there is none. */
export type QueuePage = {
  lines: QueueLine[];
  count: number;
  /** The number of the first line in the part, from 1. */
  first: number;
  previous: string | null;
  next: string | null;
};

/** Claims of each part in the whole queue. */
export const previewLength = 20;
/** Claims on a page of one part. */
export const pageLength = 50;

const lineInclude = {
  translations: true,
  assignee: { select: { name: true } },
  proposals: {
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: 1,
    include: { proposedBy: { select: { name: true } } },
  },
  _count: { select: { evidence: true, revisions: true } },
} satisfies Prisma.ClaimInclude;

type LineRow = Prisma.ClaimGetPayload<{ include: typeof lineInclude }>;

/** What waits for the actor, and where everything else stands. */
export async function getQueue(context: Context): Promise<Queue> {
  const viewer = viewerOf(context);
  const [counts, ...places] = await Promise.all([
    countParts(viewer),
    ...queueParts.map((part) => readPlaces(part, viewer, {}, previewLength)),
  ]);
  const lines = await linesOf(places.flat());
  const parts = queueParts.map((part, index) => [part, pickLines(lines, places[index] ?? [])]);
  return { ...(Object.fromEntries(parts) as Record<QueuePart, QueueLine[]>), counts };
}

/**
 * A page of one part, behind or before a cursor; the first page without one. The first page is also what a cursor of
 * another part leads to, and `before` where less than a page stands before it.
 */
export async function getQueuePart(
  context: Context,
  { part, ...cursors }: { part: QueuePart; after?: string; before?: string },
): Promise<QueuePage> {
  const viewer = viewerOf(context);
  const before = readQueueCursor(part, cursors.before);
  const after = before ? undefined : readQueueCursor(part, cursors.after);
  const count = (await countParts(viewer))[part];
  const found = await readPlaces(part, viewer, { after, before }, pageLength + 1);
  if (before && found.length <= pageLength) return getQueuePart(context, { part });
  const places = found.slice(0, pageLength);
  const more = found.length > pageLength;
  if (before) places.reverse();
  const [first, last] = [places[0], places.at(-1)];
  return {
    lines: pickLines(await linesOf(places), places),
    count,
    first: first && (before || after) ? 1 + (await countBefore(part, viewer, first)) : 1,
    previous: first && (before || after) ? encodeQueueCursor(part, first) : null,
    next: last && (before || more) ? encodeQueueCursor(part, last) : null,
  };
}

function viewerOf(context: Context): Viewer {
  const { id, role } = authorize(context, "desk.read");
  return { id, publishes: may(role, "verdict.publish") };
}

async function countParts(viewer: Viewer): Promise<QueueCounts> {
  const rows = await db().$queryRaw<Array<{ key: string; count: number }>>(countsStatement(viewer));
  const countOf = (key: string) => rows.find((row) => row.key === key)?.count ?? 0;
  const counts = queueParts.map((part) => [
    part,
    part === "waiting" ? countOf(part) : stagesOf[part].reduce((sum, stage) => sum + countOf(stage), 0),
  ]);
  return Object.fromEntries(counts);
}

async function countBefore(part: QueuePart, viewer: Viewer, place: QueuePlace): Promise<number> {
  const [row] = await db().$queryRaw<Array<{ count: number }>>(countBeforeStatement(part, viewer, place));
  return row?.count ?? 0;
}

async function readPlaces(
  part: QueuePart,
  viewer: Viewer,
  range: QueueRange,
  limit: number,
): Promise<QueuePlace[]> {
  const rows = await db().$queryRaw<Array<Omit<QueuePlace, "at"> & { at: Date }>>(
    pageStatement(part, viewer, range, limit),
  );
  return rows.map(({ at, ...place }) => ({ ...place, at: at.toISOString() }));
}

/** The claims at these places, by id. */
async function linesOf(places: QueuePlace[]): Promise<Map<string, QueueLine>> {
  const ids = [...new Set(places.map(({ id }) => id))];
  const [rows, differing] = await Promise.all([
    db().claim.findMany({ where: { id: { in: ids } }, include: lineInclude }),
    draftDiffers(ids),
  ]);
  return new Map(rows.map((row) => [row.id, lineOf(row, differing.has(row.id))]));
}

const pickLines = (lines: Map<string, QueueLine>, places: QueuePlace[]) =>
  places.flatMap(({ id }) => lines.get(id) ?? []);

function lineOf(row: LineRow, differs: boolean): QueueLine {
  const proposal = row.proposals[0];
  return {
    slug: row.slug,
    text: textsOf(row),
    stage: row.stage,
    assignee: row.assignee?.name ?? null,
    dueOn: row.dueOn,
    priority: row.priority,
    evidence: row._count.evidence,
    proposedBy: proposal?.state === "open" ? proposal.proposedBy.name : null,
    rating:
      proposal && (proposal.state === "open" || proposal.state === "published") ? proposal.rating : null,
    returned: proposal?.state === "returned" ? proposal.returnNote : null,
    updatedAt: row.updatedAt,
    released: row._count.revisions > 0 || row.stage === "archived" ? null : row.releasedAt !== null,
    draftDiffers: differs,
  };
}
