import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Rating, RevisionKind } from "@/lib/record/vocabulary";
import { changesAfter } from "./approval";
import { type Content, contentHash, readContent, readSnapshot, snapshotHash, storedContent } from "./content";

/** A proposal as the desk sees it. */
export type DeskProposal = {
  id: string;
  version: number;
  state: "open" | "returned" | "published" | "withdrawn";
  kind: RevisionKind;
  rating: Rating;
  summary: Localized;
  reasons: Localized;
  note: Localized;
  proposedBy: { id: string; name: string };
  proposedAt: Date;
  decidedBy: string | null;
  returnNote: string | null;
  /** What it is about; null for a proposal from before proposals had a content. */
  proposed: Content | null;
  /** The hash of that, which its publisher names. */
  content: string | null;
  /** What the claim says now, if it is another content and the proposal is open. */
  changed: Content | null;
  /** Who changed it since, the latest first; the last ten changes. */
  changes: Change[];
};

/** The hash of the claim as it is now, which a proposal may name. Throws `not_found` without the claim. */
export async function getSnapshotHash(context: Context, claimId: string): Promise<string> {
  return (await getSnapshot(context, claimId)).hash;
}

/** What the claim says now, as readers would see it, with the hash of that. Throws `not_found` without the claim. */
export async function getSnapshot(
  context: Context,
  claimId: string,
): Promise<{ content: Omit<Content, "verdict">; hash: string }> {
  authorize(context, "desk.read");
  const content = await readSnapshot(db(), claimId);
  return { content, hash: snapshotHash(content) };
}

/** Something that was done to a claim, or to what it shows. `action` is a key of `log` in the catalogue. */
export type Change = { by: string; at: Date; action: string };

const SHOWN_CHANGES = 10;

/** All proposals of a claim, the latest first. */
export async function listProposals(context: Context, claimId: string): Promise<DeskProposal[]> {
  authorize(context, "desk.read");
  const rows = await db().proposal.findMany({
    where: { claimId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    include: { proposedBy: { select: { id: true, name: true } }, decidedBy: { select: { name: true } } },
  });
  return Promise.all(rows.map(deskProposal));
}

type Row = Prisma.ProposalGetPayload<{ include: { proposedBy: true; decidedBy: true } }>;
type Named = Omit<Row, "proposedBy" | "decidedBy"> & {
  proposedBy: { id: string; name: string };
  decidedBy: { name: string } | null;
};

async function deskProposal({
  id,
  version,
  state,
  kind,
  rating,
  proposedAt,
  ...row
}: Named): Promise<DeskProposal> {
  const [summary, reasons, note] = [row.summary, row.reasons, row.note].map((texts) =>
    localizedSchema.parse(texts),
  ) as [Localized, Localized, Localized];
  const words = { kind, rating, summary, reasons, note };
  const proposed = storedContent(row.content);
  const content = proposed && contentHash(proposed);
  const now = state === "open" ? await readContent(db(), row.claimId, words) : null;
  const changed = now && contentHash(now) !== content ? now : null;
  return {
    id,
    version,
    state,
    proposedAt,
    ...words,
    proposed,
    content,
    changed,
    changes: changed && proposed ? await listChanges(row, proposed) : [],
    proposedBy: row.proposedBy,
    decidedBy: row.decidedBy?.name ?? null,
    returnNote: row.returnNote,
  };
}

async function listChanges(row: Pick<Row, "claimId" | "sequence">, proposed: Content): Promise<Change[]> {
  const rows = await db().event.findMany({
    where: await changesAfter(db(), row, proposed),
    orderBy: { sequence: "desc" },
    take: SHOWN_CHANGES,
    select: { actorName: true, at: true, action: true },
  });
  return rows.map(({ actorName, at, action }) => ({ by: actorName, at, action }));
}
