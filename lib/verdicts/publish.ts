import { appendEvent, lockLog } from "@/lib/audit/events";
import { hashOf } from "@/lib/audit/hash";
import { authorize, type Context } from "@/lib/auth/permissions";
import { readStanding } from "@/lib/claims/standing";
import { take } from "@/lib/claims/workflow";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { recordHash } from "@/lib/exports/record";
import { notify } from "@/lib/notices/commands";
import { snapshotInclude, snapshotOf } from "@/lib/public/snapshot";
import { projectClaim, type RevisionDocument } from "@/lib/public/writer";
import { openProposal } from "./proposals";
import type { PublishInput } from "./schema";

/**
 * Publishes a proposal as the claim's next revision: everything as it stands now, frozen and chained by hash to the
 * revision before it (SHA-256 over RFC 8785 JSON of what exports show of it), and shows it to readers in the same transaction.
 * Answers the revision's number. Throws `forbidden` for the proposer, `conflict` where the proposal was decided,
 * `invalid` where it lost what it stood on.
 */
export async function publishVerdict(context: Context, input: PublishInput): Promise<number> {
  const actor = authorize(context, "verdict.publish");
  return transaction(async (tx) => {
    const proposal = await openProposal(tx, input.proposalId, input.version);
    const standing = await readStanding(tx, proposal.claimId, actor.id);
    const stage = take("publish", actor.role, { ...standing, proposal });
    const claim = await claimToPublish(tx, proposal.claimId);
    const last = claim.revisions[0];
    const now = context.now();
    const document: RevisionDocument = {
      id: claim.id,
      slug: claim.slug,
      ...snapshotOf(claim),
      verdict: {
        revision: (last?.number ?? 0) + 1,
        kind: proposal.kind,
        rating: proposal.rating,
        summary: proposal.summary,
        reasons: proposal.reasons,
        note: proposal.note,
        proposedBy: proposal.proposedBy.name,
        publishedBy: actor.name,
        fourEyes: proposal.proposedById !== actor.id,
        publishedAt: now.toISOString(),
        previousHash: last?.hash ?? null,
      },
    };
    const hash = recordHash(document);
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
        hash,
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
      data: { stage, updatedAt: now },
    });
    const sequence = await appendEvent(tx, actor, now, {
      action: "verdict.publish",
      entity: "claim",
      entityId: claim.id,
      to: {
        proposal: proposal.id,
        revision: document.verdict.revision,
        rating: proposal.rating,
        hash,
      },
    });
    await notify(tx, context, { kind: "published", claimId: claim.id, to: [proposal.proposedById] });
    await projectClaim(tx, claim.id, sequence);
    return document.verdict.revision;
  });
}

function claimToPublish(tx: Transaction, claimId: string) {
  return tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: {
      ...snapshotInclude,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true, hash: true } },
    },
  });
}
