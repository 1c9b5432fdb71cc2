import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Rating, RevisionKind } from "@/lib/record/vocabulary";
import { eventsAfterProposal } from "./approval";
import {
  type Content,
  contentHash,
  parseStoredContent,
  readContent,
  readSnapshot,
  snapshotHash,
} from "./content";

/** A proposal as shown to staff. */
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
  /** The proposed content; null for proposals from versions that did not store it. */
  proposed: Content | null;
  /** The hash of `proposed`, which `publish-verdict` names. */
  content: string | null;
  /** The claim's current content, if it differs and the proposal is open. */
  changed: Content | null;
  /** The last ten changes since the proposal, newest first. */
  changes: Change[];
};

/** The hash of the claim's current content, which a proposal may name. Throws `not_found`. */
export async function getSnapshotHash(context: Context, claimId: string): Promise<string> {
  return (await getSnapshot(context, claimId)).hash;
}

/** The claim's current content as readers would see it, and its hash. Throws `not_found`. */
export async function getSnapshot(
  context: Context,
  claimId: string,
): Promise<{ content: Omit<Content, "verdict">; hash: string }> {
  authorize(context, "desk.read");
  const content = await readSnapshot(db(), claimId);
  return { content, hash: snapshotHash(content) };
}

/** A change of a claim or of what it shows. `action` is a key of `log` in the message catalogue. */
export type Change = { by: string; at: Date; action: string };

const MAX_CHANGES = 10;

/** All proposals of a claim, newest first. */
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
  const proposed = parseStoredContent(row.content);
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
    where: await eventsAfterProposal(db(), row, proposed),
    orderBy: { sequence: "desc" },
    take: MAX_CHANGES,
    select: { actorName: true, at: true, action: true },
  });
  return rows.map(({ actorName, at, action }) => ({ by: actorName, at, action }));
}
