import { authorize, type Context, isAllowed } from "@/lib/desk/auth/permissions";
import { type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { findDriftedClaims } from "./drift";
import {
  decodeQueueCursor,
  encodeQueueCursor,
  type QueuePart,
  type QueueSortKey,
  queueParts,
  stagesOfPart,
} from "./queue-parts";
import {
  countBeforeStatement,
  countsStatement,
  pageStatement,
  type QueueRange,
  type Viewer,
} from "./queue-sql";
import type { Priority, Stage } from "./schema";

/** A claim in the queue. `returned` is the note of its latest proposal, if that was returned. */
export type QueueListItem = {
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
  /** Whether the claim is released before a verdict; null if one is published or the claim is archived. */
  released: boolean | null;
  /** Whether the draft differs from what is published. */
  draftDiffers: boolean;
};

/** The number of claims in each part. */
export type QueueCounts = Record<QueuePart, number>;

/** The first {@link PREVIEW_LENGTH} claims of each part, and the counts of all parts. */
export type Queue = Record<QueuePart, QueueListItem[]> & { counts: QueueCounts };

/** A page of one part, with the cursors of the adjacent pages; null at either end. */
export type QueuePage = {
  lines: QueueListItem[];
  count: number;
  /** The number of the first line in the part, from 1. */
  first: number;
  previous: string | null;
  next: string | null;
};

/** The number of claims of each part in the overview. */
export const PREVIEW_LENGTH = 20;
/** The number of claims on a page of one part. */
export const QUEUE_PAGE_LENGTH = 50;

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

/** The overview of the queue: the first claims of each part and all counts. */
export async function getQueue(context: Context): Promise<Queue> {
  const viewer = viewerOf(context);
  const [counts, ...places] = await Promise.all([
    countParts(viewer),
    ...queueParts.map((part) => loadSortKeys(part, viewer, {}, PREVIEW_LENGTH)),
  ]);
  const lines = await loadItems(places.flat());
  const parts = queueParts.map((part, index) => [part, pickItems(lines, places[index] ?? [])]);
  return { ...(Object.fromEntries(parts) as Record<QueuePart, QueueListItem[]>), counts };
}

/**
 * A page of one part, after or before a cursor. Returns the first page without a valid cursor of this part,
 * and if less than a page precedes `before`.
 */
export async function getQueuePart(
  context: Context,
  { part, ...cursors }: { part: QueuePart; after?: string; before?: string },
): Promise<QueuePage> {
  const viewer = viewerOf(context);
  const before = decodeQueueCursor(part, cursors.before);
  const after = before ? undefined : decodeQueueCursor(part, cursors.after);
  const count = (await countParts(viewer))[part];
  const found = await loadSortKeys(part, viewer, { after, before }, QUEUE_PAGE_LENGTH + 1);
  if (before && found.length <= QUEUE_PAGE_LENGTH) return getQueuePart(context, { part });
  const places = found.slice(0, QUEUE_PAGE_LENGTH);
  const more = found.length > QUEUE_PAGE_LENGTH;
  if (before) places.reverse();
  const [first, last] = [places[0], places.at(-1)];
  return {
    lines: pickItems(await loadItems(places), places),
    count,
    first: first && (before || after) ? 1 + (await countBefore(part, viewer, first)) : 1,
    previous: first && (before || after) ? encodeQueueCursor(part, first) : null,
    next: last && (before || more) ? encodeQueueCursor(part, last) : null,
  };
}

function viewerOf(context: Context): Viewer {
  const { id, role } = authorize(context, "desk.read");
  return { id, publishes: isAllowed(role, "verdict.publish") };
}

async function countParts(viewer: Viewer): Promise<QueueCounts> {
  const rows = await db().$queryRaw<Array<{ key: string; count: number }>>(countsStatement(viewer));
  const countOf = (key: string) => rows.find((row) => row.key === key)?.count ?? 0;
  const counts = queueParts.map((part) => [
    part,
    part === "waiting" ? countOf(part) : stagesOfPart[part].reduce((sum, stage) => sum + countOf(stage), 0),
  ]);
  return Object.fromEntries(counts);
}

async function countBefore(part: QueuePart, viewer: Viewer, place: QueueSortKey): Promise<number> {
  const [row] = await db().$queryRaw<Array<{ count: number }>>(countBeforeStatement(part, viewer, place));
  return row?.count ?? 0;
}

async function loadSortKeys(
  part: QueuePart,
  viewer: Viewer,
  range: QueueRange,
  limit: number,
): Promise<QueueSortKey[]> {
  const rows = await db().$queryRaw<Array<Omit<QueueSortKey, "at"> & { at: Date }>>(
    pageStatement(part, viewer, range, limit),
  );
  return rows.map(({ at, ...place }) => ({ ...place, at: at.toISOString() }));
}

/** Loads the claims with these sort keys, by id. */
async function loadItems(places: QueueSortKey[]): Promise<Map<string, QueueListItem>> {
  const ids = [...new Set(places.map(({ id }) => id))];
  const [rows, differing] = await Promise.all([
    db().claim.findMany({ where: { id: { in: ids } }, include: lineInclude }),
    findDriftedClaims(ids),
  ]);
  return new Map(rows.map((row) => [row.id, toItem(row, differing.has(row.id))]));
}

const pickItems = (lines: Map<string, QueueListItem>, places: QueueSortKey[]) =>
  places.flatMap(({ id }) => lines.get(id) ?? []);

function toItem(row: LineRow, differs: boolean): QueueListItem {
  const proposal = row.proposals[0];
  return {
    slug: row.slug,
    text: textsByLanguage(row),
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
