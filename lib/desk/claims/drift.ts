import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { snapshotInclude, snapshotOf } from "@/lib/public/projection/snapshot";
import { hashOf } from "@/lib/record/canonical-hash";
import { type RevisionDocument, revisionDocumentSchema, type Snapshot } from "@/lib/record/revision";

/** A published claim whose draft says something else than readers see. */
export type Drift = {
  /** The revision that readers see. */
  revision: number;
  /** The record format that the revision is of; both sides tell what that format tells. */
  format: RevisionDocument["format"];
  published: Snapshot;
  draft: Snapshot;
};

const driftInclude = {
  ...snapshotInclude,
  revisions: { orderBy: { number: "desc" }, take: 1, select: { document: true } },
} satisfies Prisma.ClaimInclude;

/** What readers see of a claim and what its draft says, where they differ; null where not, or nothing is published. */
export async function findDrift(context: Context, claimId: string): Promise<Drift | null> {
  authorize(context, "desk.read");
  const row = await db().claim.findUnique({ where: { id: claimId }, include: driftInclude });
  return row && driftOf(row);
}

/** Those of the claims whose drafts differ from what readers see, by id; the same few queries however many there are. */
export async function draftDiffers(claimIds: string[]): Promise<Set<string>> {
  if (claimIds.length === 0) return new Set();
  const rows = await db().claim.findMany({
    where: { id: { in: claimIds }, revisions: { some: {} } },
    include: driftInclude,
  });
  return new Set(rows.filter((row) => driftOf(row) !== null).map(({ id }) => id));
}

function driftOf(row: Prisma.ClaimGetPayload<{ include: typeof driftInclude }>): Drift | null {
  const [last] = row.revisions;
  if (!last) return null;
  const { format, claim, source, appearances, evidence, verdict } = revisionDocumentSchema.parse(
    last.document,
  );
  const published = { claim, source, appearances, evidence };
  const draft = inFormat(format, snapshotOf(row));
  if (hashOf(published) === hashOf(draft)) return null;
  return { revision: verdict.revision, format, published, draft };
}

/** A snapshot as a record format tells it: format 1 does not say which version of an article a source is, or its kind. */
function inFormat(format: RevisionDocument["format"], snapshot: Snapshot): Snapshot {
  if (format === 2 || !snapshot.source) return snapshot;
  return { ...snapshot, source: { ...snapshot.source, version: null, kind: null, disclosure: {} } };
}
