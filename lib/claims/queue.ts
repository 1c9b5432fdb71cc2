import { authorize, type Context, may } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Localized } from "@/lib/i18n/localized";
import { localizedSchema } from "@/lib/i18n/localized";
import type { Stage } from "./schema";

/** A claim in the queue. `returned` holds the note of a proposal sent back that nobody has answered yet. */
export type QueueLine = {
  slug: string;
  text: Localized;
  stage: Stage;
  assignee: string | null;
  evidence: number;
  proposedBy: string | null;
  rating: string | null;
  returned: string | null;
  updatedAt: Date;
};

/** The desk's queue. Each list has the latest first, and at most {@link queueLength} claims. */
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
    lines({ OR: mine }),
    lines({ stage: { in: ["inbox", "assigned"] } }),
    lines({ stage: "in_review" }),
    lines({ stage: "proposed" }),
    lines({ stage: "published" }),
    lines({ stage: "archived" }),
  ]);
  return { waiting, inbox, inReview, proposed, published, archived };
}

async function lines(where: Prisma.ClaimWhereInput): Promise<QueueLine[]> {
  const rows = await db().claim.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: queueLength,
    include: lineInclude,
  });
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
      evidence: row._count.evidence,
      proposedBy: proposal?.state === "open" ? proposal.proposedBy.name : null,
      rating:
        proposal && (proposal.state === "open" || proposal.state === "published") ? proposal.rating : null,
      returned: proposal?.state === "returned" ? proposal.returnNote : null,
      updatedAt: row.updatedAt,
    };
  });
}
