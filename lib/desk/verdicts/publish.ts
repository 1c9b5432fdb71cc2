import { appendEvent } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { applyTransition } from "@/lib/desk/claims/workflow";
import { readWorkflowState } from "@/lib/desk/claims/workflow-state";
import { notify } from "@/lib/desk/notifications/commands";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";
import type { RevisionDocument } from "@/lib/record/revision";
import { recordHash } from "@/lib/record/revision-hash";
import { appendPublication, lastPublishedAt } from "@/lib/record/transparency-log/nodes";
import { requireApprovedContent } from "./approval";
import type { Content } from "./content";
import { lockOpenProposal, setProposalOutcome } from "./proposals";
import type { PublishInput } from "./schema";

/**
 * Publishes a proposal as the claim's next revision, with exactly the content that was proposed and shown to
 * the publisher. In one transaction: chains its hash to the previous revision (SHA-256 over RFC 8785 JSON of
 * the exported record), appends it to the transparency log and updates the readers' projection. Returns the
 * revision number. Throws `forbidden` for the proposer and for anybody who changed the claim after the
 * proposal, `conflict` if the proposal is closed or its content differs from the claim's or from the one
 * shown, `invalid` if a precondition no longer holds.
 */
export async function publishVerdict(context: Context, input: PublishInput): Promise<number> {
  const actor = authorize(context, "verdict.publish");
  return transaction(async (tx) => {
    const proposal = await lockOpenProposal(tx, input.proposalId, input.version);
    const state = await readWorkflowState(tx, proposal.claimId, actor.id);
    const stage = applyTransition("publish", actor.role, { ...state, proposal });
    const content = await requireApprovedContent(tx, proposal, { actor, shown: input.content, ...state });
    const now = await publicationTime(tx, context);
    const document = await buildDocument(tx, content, proposal, actor, now);
    const { revision } = document.verdict;
    const hash = await insertRevision(tx, context.newId(), document, { proposal, publisher: actor, at: now });
    await setProposalOutcome(tx, context, actor, proposal.id, { state: "published" });
    await tx.claim.update({ where: { id: content.id }, data: { stage, updatedAt: now } });
    const sequence = await appendEvent(tx, actor, now, {
      action: "verdict.publish",
      entity: "claim",
      entityId: content.id,
      to: { proposal: proposal.id, revision, rating: proposal.rating, hash },
    });
    await notify(tx, context, { kind: "published", claimId: content.id, to: [proposal.proposedById] });
    await projectClaim(tx, content.id, sequence);
    return revision;
  });
}

type Proposal = Awaited<ReturnType<typeof lockOpenProposal>>;

/** The current time, but never before the last publication: times in the transparency log do not decrease. */
async function publicationTime(tx: Transaction, context: Context): Promise<Date> {
  const [now, last] = [context.now(), await lastPublishedAt(tx)];
  return last && last > now ? last : now;
}

/** The revision's document: the content and what its publication adds. */
async function buildDocument(
  tx: Transaction,
  { verdict, ...content }: Content,
  { proposedById, proposedBy }: Proposal,
  publisher: Actor,
  now: Date,
): Promise<RevisionDocument> {
  const last = await tx.revision.findFirst({
    where: { claimId: content.id },
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
  return {
    ...content,
    verdict: {
      ...verdict,
      revision: (last?.number ?? 0) + 1,
      proposedBy: proposedBy.name,
      publishedBy: publisher.name,
      fourEyes: proposedById !== publisher.id,
      publishedAt: now.toISOString(),
      previousHash: last?.hash ?? null,
    },
  };
}

type Publication = { proposal: Proposal; publisher: Actor; at: Date };

/** Stores the revision and appends it to the transparency log. Returns its hash. */
async function insertRevision(
  tx: Transaction,
  id: string,
  document: RevisionDocument,
  { proposal, publisher, at }: Publication,
): Promise<string> {
  const { revision, kind, rating, previousHash } = document.verdict;
  const [hash, documentHash, claimId] = [recordHash(document), hashOf(document), document.id];
  const logIndex = await appendPublication(tx, { claim: claimId, revision, hash, documentHash });
  const hashes = { hash, documentHash, previousHash };
  const signed = { proposedById: proposal.proposedById, publishedById: publisher.id, publishedAt: at };
  const keys = { id, claimId, number: revision, logIndex, proposalId: proposal.id };
  await tx.revision.create({ data: { ...keys, kind, rating, document, ...hashes, ...signed } });
  return hash;
}
