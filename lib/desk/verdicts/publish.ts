import { appendEvent } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { readStanding } from "@/lib/desk/claims/standing";
import { take } from "@/lib/desk/claims/workflow";
import { notify } from "@/lib/desk/notifications/commands";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";
import type { RevisionDocument } from "@/lib/record/revision";
import { recordHash } from "@/lib/record/revision-hash";
import { appendPublication, lastPublishedAt } from "@/lib/record/transparency-log/nodes";
import { approvedContent } from "./approval";
import type { Content } from "./content";
import { decide, openProposal } from "./proposals";
import type { PublishInput } from "./schema";

/**
 * Publishes a proposal as the claim's next revision: the content that was proposed and that the publisher was shown,
 * chained by hash to the revision before it (SHA-256 over RFC 8785 JSON of what exports show of it), appended to the log
 * of publications, and shows it to readers in the same transaction. Returns the revision's number.
 * Throws `forbidden` for the proposer and for whoever changed the claim after the proposal, `conflict` where the
 * proposal was decided or is about another content than the claim has or the publisher was shown, `invalid` where it
 * lost what it stood on.
 */
export async function publishVerdict(context: Context, input: PublishInput): Promise<number> {
  const actor = authorize(context, "verdict.publish");
  return transaction(async (tx) => {
    const proposal = await openProposal(tx, input.proposalId, input.version);
    const standing = await readStanding(tx, proposal.claimId, actor.id);
    const stage = take("publish", actor.role, { ...standing, proposal });
    const content = await approvedContent(tx, proposal, { actor, shown: input.content, ...standing });
    const now = await publicationTime(tx, context);
    const document = await documentOf(tx, content, proposal, actor, now);
    const { revision } = document.verdict;
    const hash = await freeze(tx, context.newId(), document, { proposal, publisher: actor, at: now });
    await decide(tx, context, actor, proposal.id, { state: "published" });
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

type Proposal = Awaited<ReturnType<typeof openProposal>>;

/** The time of now; where the clock was set back, that of the last publication: times of the log never go back. */
async function publicationTime(tx: Transaction, context: Context): Promise<Date> {
  const [now, last] = [context.now(), await lastPublishedAt(tx)];
  return last && last > now ? last : now;
}

/** The content with what its publication adds. */
async function documentOf(
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

type Signed = { proposal: Proposal; publisher: Actor; at: Date };

/** Writes the revision and its place in the log of publications; returns its hash. */
async function freeze(
  tx: Transaction,
  id: string,
  document: RevisionDocument,
  { proposal, publisher, at }: Signed,
): Promise<string> {
  const { revision, kind, rating, previousHash } = document.verdict;
  const [hash, documentHash, claimId] = [recordHash(document), hashOf(document), document.id];
  const logIndex = await appendPublication(tx, { claim: claimId, revision, hash, documentHash });
  const hashes = { hash, documentHash, previousHash };
  const signed = { proposedById: proposal.proposedById, publishedById: publisher.id, publishedAt: at };
  const place = { id, claimId, number: revision, logIndex, proposalId: proposal.id };
  await tx.revision.create({ data: { ...place, kind, rating, document, ...hashes, ...signed } });
  return hash;
}
