import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { snapshotInclude, snapshotOf } from "@/lib/public/projection/snapshot";
import { hashOf } from "@/lib/record/canonical-hash";
import { type RevisionDocument, revisionDocumentSchema, type Snapshot } from "@/lib/record/revision";

/** The difference between a claim's published revision and its draft. */
export type Drift = {
  /** The revision that readers see. */
  revision: number;
  /** The record format of the revision; both sides are in this format. */
  format: RevisionDocument["format"];
  published: Snapshot;
  draft: Snapshot;
};

const driftInclude = {
  ...snapshotInclude,
  revisions: { orderBy: { number: "desc" }, take: 1, select: { document: true } },
} satisfies Prisma.ClaimInclude;

/** The published and the draft content of a claim if they differ; else, or without a revision, null. */
export async function findDrift(context: Context, claimId: string): Promise<Drift | null> {
  authorize(context, "desk.read");
  const row = await db().claim.findUnique({ where: { id: claimId }, include: driftInclude });
  return row && driftOf(row);
}

/**
 * The ids of those claims whose draft differs from the published revision. The number of queries is constant.
 */
export async function findDriftedClaims(claimIds: string[]): Promise<Set<string>> {
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
  const draft = toFormat(format, snapshotOf(row));
  if (hashOf(published) === hashOf(draft)) return null;
  return { revision: verdict.revision, format, published, draft };
}

/** Converts a snapshot to a record format: format 1 has no version, kind and disclosure of the source. */
function toFormat(format: RevisionDocument["format"], snapshot: Snapshot): Snapshot {
  if (format === 2 || !snapshot.source) return snapshot;
  return { ...snapshot, source: { ...snapshot.source, version: null, kind: null, disclosure: {} } };
}
