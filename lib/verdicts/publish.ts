import { appendEvent, lockLog } from "@/lib/audit/events";
import { hashOf } from "@/lib/audit/hash";
import { authorize, type Context } from "@/lib/auth/permissions";
import { move } from "@/lib/claims/rules";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { localizedSchema } from "@/lib/i18n/localized";
import { snapshotInclude, snapshotOf } from "@/lib/public/snapshot";
import { projectClaim, type RevisionDocument } from "@/lib/public/writer";
import { openProposal } from "./proposals";
import { checkFourEyes, checkProposal } from "./rules";
import type { PublishInput } from "./schema";

/**
 * Publishes a proposal as the claim's next revision: everything as it stands now, frozen and chained by hash to the
 * revision before it (SHA-256 over RFC 8785 JSON), and shows it to readers in the same transaction.
 * Answers the revision's number. Throws `forbidden` for the proposer, `conflict` where the proposal was decided,
 * `invalid` where it lost what it stood on.
 */
export async function publishVerdict(context: Context, input: PublishInput): Promise<number> {
  const actor = authorize(context, "verdict.publish");
  return transaction(async (tx) => {
    const proposal = await openProposal(tx, input.proposalId, input.version);
    checkFourEyes(proposal.proposedById, actor.id);
    const claim = await claimToPublish(tx, proposal.claimId);
    const note = localizedSchema.parse(proposal.note);
    checkProposal(
      { kind: proposal.kind, rating: proposal.rating, note },
      { evidence: claim.evidence.length, revisions: claim.revisions.map(({ kind }) => kind) },
    );
    const last = claim.revisions.at(-1);
    const now = context.now();
    const document: RevisionDocument = {
      id: claim.id,
      slug: claim.slug,
      ...snapshotOf(claim),
      verdict: {
        revision: (last?.number ?? 0) + 1,
        kind: proposal.kind,
        rating: proposal.rating,
        summary: localizedSchema.parse(proposal.summary),
        reasons: localizedSchema.parse(proposal.reasons),
        note,
        proposedBy: proposal.proposedBy.name,
        publishedBy: actor.name,
        publishedAt: now.toISOString(),
        previousHash: last?.hash ?? null,
      },
    };
    await lockLog(tx);
    await tx.revision.create({
      data: {
        id: context.newId(),
        claimId: claim.id,
        number: document.verdict.revision,
        logIndex: await tx.revision.count(),
        kind: proposal.kind,
        rating: proposal.rating,
        document,
        documentHash: hashOf(document),
        hash: hashOf(document),
        previousHash: document.verdict.previousHash,
        proposedById: proposal.proposedById,
        publishedById: actor.id,
        publishedAt: now,
      },
    });
    await tx.proposal.update({
      where: { id: proposal.id },
      data: { state: "published", decidedById: actor.id, decidedAt: now, version: { increment: 1 } },
    });
    await tx.claim.update({
      where: { id: claim.id },
      data: { stage: move(claim.stage, "publish", claim.revisions.length), updatedAt: now },
    });
    const sequence = await appendEvent(tx, actor, now, {
      action: "verdict.publish",
      entity: "claim",
      entityId: claim.id,
      to: {
        proposal: proposal.id,
        revision: document.verdict.revision,
        rating: proposal.rating,
        hash: hashOf(document),
      },
    });
    await projectClaim(tx, claim.id, sequence);
    return document.verdict.revision;
  });
}

function claimToPublish(tx: Transaction, claimId: string) {
  return tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: {
      ...snapshotInclude,
      revisions: { orderBy: { number: "asc" }, select: { number: true, kind: true, hash: true } },
    },
  });
}
