import { authorize, type Context, may } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Localized } from "@/lib/i18n/localized";
import { localizedSchema } from "@/lib/i18n/localized";
import { draftDiffers } from "./drift";
import type { Priority, Stage } from "./schema";

/** A claim in the queue. `returned` holds the note of a proposal sent back that nobody has answered yet. */
export type QueueLine = {
  slug: string;
  text: Localized;
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
  /** Whether readers see something else than the draft says. */
  draftDiffers: boolean;
};

/**
 * The desk's queue. The most urgent first in what is to do, the latest in what is done; each list has at
 * most {@link queueLength} claims.
 */
export type Queue = {
  /** Mine to work on, sent back to me, or proposed by somebody else for me to publish. */
  waiting: QueueLine[];
  inbox: QueueLine[];
  inReview: QueueLine[];
  proposed: QueueLine[];
  published: QueueLine[];
  archived: QueueLine[];
};

export const queueLength = 50;

/** The most urgent first, then what is due first, then what changed last. */
const byUrgency = [
  { priority: "desc" },
  { dueOn: "asc" },
  { updatedAt: "desc" },
  { id: "desc" },
] satisfies Order;
const byChange = [{ updatedAt: "desc" }, { id: "desc" }] satisfies Order;
type Order = Prisma.ClaimOrderByWithRelationInput[];

const lineInclude = {
  translations: true,
  assignee: { select: { name: true } },
  proposals: {
    orderBy: { proposedAt: "desc" },
    take: 1,
    include: { proposedBy: { select: { name: true } } },
  },
  _count: { select: { evidence: true } },
} satisfies Prisma.ClaimInclude;

/** What waits for the actor, and where everything else stands. */
export async function getQueue(context: Context): Promise<Queue> {
  const actor = authorize(context, "desk.read");
  const mine: Prisma.ClaimWhereInput[] = [{ assigneeId: actor.id, stage: { in: ["assigned", "in_review"] } }];
  if (may(actor.role, "verdict.publish")) {
    mine.push({ stage: "proposed", proposals: { some: { state: "open", proposedById: { not: actor.id } } } });
  }
  const [waiting, inbox, inReview, proposed, published, archived] = await Promise.all([
    lines({ OR: mine }, byUrgency),
    lines({ stage: { in: ["inbox", "assigned"] } }, byUrgency),
    lines({ stage: "in_review" }, byUrgency),
    lines({ stage: "proposed" }, byUrgency),
    lines({ stage: "published" }, byChange),
    lines({ stage: "archived" }, byChange),
  ]);
  return { waiting, inbox, inReview, proposed, published, archived };
}

async function lines(where: Prisma.ClaimWhereInput, orderBy: Order): Promise<QueueLine[]> {
  const rows = await db().claim.findMany({
    where,
    orderBy,
    take: queueLength,
    include: lineInclude,
  });
  const differing = await draftDiffers(rows.map(({ id }) => id));
  return rows.map((row) => {
    const proposal = row.proposals[0];
    return {
      slug: row.slug,
      text: localizedSchema.parse({
        ...Object.fromEntries(row.translations.map((t) => [t.language, t.text])),
        [row.language]: row.text,
      }),
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
      draftDiffers: differing.has(row.id),
    };
  });
}
