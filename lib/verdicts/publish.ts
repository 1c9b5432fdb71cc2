import { appendEvent } from "@/lib/audit/events";
import { hashOf } from "@/lib/audit/hash";
import { type Actor, authorize, type Context } from "@/lib/auth/permissions";
import { readStanding } from "@/lib/claims/standing";
import { take } from "@/lib/claims/workflow";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { recordHash } from "@/lib/exports/record";
import { appendPublication } from "@/lib/log/nodes";
import { notify } from "@/lib/notices/commands";
import { snapshotInclude, snapshotOf } from "@/lib/public/snapshot";
import { projectClaim, type RevisionDocument } from "@/lib/public/writer";
import { openProposal } from "./proposals";
import type { PublishInput } from "./schema";

/**
 * Publishes a proposal as the claim's next revision: everything as it stands now, frozen and chained by hash to the
 * revision before it (SHA-256 over RFC 8785 JSON of what exports show of it), appended to the log of publications, and
 * shows it to readers in the same transaction.
 * Answers the revision's number. Throws `forbidden` for the proposer, `conflict` where the proposal was decided,
 * `invalid` where it lost what it stood on.
 */
export async function publishVerdict(context: Context, input: PublishInput): Promise<number> {
  const actor = authorize(context, "verdict.publish");
  return transaction(async (tx) => {
    const proposal = await openProposal(tx, input.proposalId, input.version);
    const standing = await readStanding(tx, proposal.claimId, actor.id);
    const stage = take("publish", actor.role, { ...standing, proposal });
    const [claim, now] = [await claimToPublish(tx, proposal.claimId), context.now()];
    const document = documentOf(claim, proposal, actor, now);
    const { revision } = document.verdict;
    const hash = await freeze(tx, context.newId(), document, {
      by: [proposal.proposedById, actor.id],
      at: now,
    });
    await tx.proposal.update({
      where: { id: proposal.id },
      data: { state: "published", decidedById: actor.id, decidedAt: now, version: { increment: 1 } },
    });
    await tx.claim.update({ where: { id: claim.id }, data: { stage, updatedAt: now } });
    const sequence = await appendEvent(tx, actor, now, {
      action: "verdict.publish",
      entity: "claim",
      entityId: claim.id,
      to: { proposal: proposal.id, revision, rating: proposal.rating, hash },
    });
    await notify(tx, context, { kind: "published", claimId: claim.id, to: [proposal.proposedById] });
    await projectClaim(tx, claim.id, sequence);
    return revision;
  });
}

type Proposal = Awaited<ReturnType<typeof openProposal>>;

/** Everything as it stands at this moment, with the verdict on it. */
function documentOf(
  claim: Awaited<ReturnType<typeof claimToPublish>>,
  { kind, rating, summary, reasons, note, proposedById, proposedBy }: Proposal,
  publisher: Actor,
  now: Date,
): RevisionDocument {
  const last = claim.revisions[0];
  return {
    id: claim.id,
    slug: claim.slug,
    ...snapshotOf(claim),
    verdict: {
      revision: (last?.number ?? 0) + 1,
      kind,
      rating,
      summary,
      reasons,
      note,
      proposedBy: proposedBy.name,
      publishedBy: publisher.name,
      fourEyes: proposedById !== publisher.id,
      publishedAt: now.toISOString(),
      previousHash: last?.hash ?? null,
    },
  };
}

/** Writes the revision and its place in the log of publications; answers its hash. `by`: who proposed, who published. */
async function freeze(
  tx: Transaction,
  id: string,
  document: RevisionDocument,
  { by: [proposedById, publishedById], at }: { by: [string, string]; at: Date },
): Promise<string> {
  const { revision, kind, rating, previousHash } = document.verdict;
  const [hash, documentHash, claimId] = [recordHash(document), hashOf(document), document.id];
  const logIndex = await appendPublication(tx, { claim: claimId, revision, hash, documentHash });
  const hashes = { hash, documentHash, previousHash };
  const signed = { proposedById, publishedById, publishedAt: at };
  const place = { id, claimId, number: revision, logIndex };
  await tx.revision.create({ data: { ...place, kind, rating, document, ...hashes, ...signed } });
  return hash;
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
