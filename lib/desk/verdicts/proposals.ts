import { appendEvent } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { applyTransition } from "@/lib/desk/claims/workflow";
import { readWorkflowState } from "@/lib/desk/claims/workflow-state";
import { markProposedRead, notify, notifyPublishers } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { type Content, contentHash, parseStoredContent, readContent, snapshotHash } from "./content";
import { type ProposalInput, proposalInputSchema, type ReturnInput } from "./schema";

/** A new proposal, at version 1, and the hash of its content (`sha256:` and hex). */
export type ProposalReference = { id: string; version: number; content: string };

/**
 * Proposes a verdict on the claim's current content and notifies the publishers. Throws `invalid` with the
 * missing fields, `conflict` if a proposal is already open or the claim is not the one that the proposer was
 * shown.
 */
export async function proposeVerdict(
  context: Context,
  { snapshot, ...input }: ProposalInput,
): Promise<ProposalReference> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const standing = await readWorkflowState(tx, input.claimId, actor.id);
    const proposal = { ...input, proposedById: actor.id };
    const stage = applyTransition("propose", actor.role, { ...standing, proposal });
    const [id, now, content] = [context.newId(), context.now(), await readContent(tx, input.claimId, input)];
    if (snapshot && snapshot !== snapshotHash(content)) {
      throw new AppError(
        "conflict",
        "The claim was changed after you loaded it. Load it again, review it and propose then.",
        [{ path: "snapshot", message: `The hash of the claim is now ${snapshotHash(content)}.` }],
        "claim_changed",
      );
    }
    const hash = contentHash(content);
    const sequence = await appendEvent(tx, actor, now, {
      action: "verdict.propose",
      entity: "claim",
      entityId: input.claimId,
      to: { id, ...input, content: hash },
    });
    await tx.proposal.create({
      data: { ...proposal, id, proposedAt: now, content, contentHash: hexOf(hash), sequence },
    });
    await tx.claim.update({ where: { id: input.claimId }, data: { stage, updatedAt: now } });
    await notifyPublishers(tx, context, input.claimId);
    await projectClaim(tx, input.claimId);
    return { id, version: 1, content: hash };
  });
}

const hexOf = (hash: string) => hash.slice("sha256:".length);

/**
 * Replaces an open proposal by one with the same verdict on the claim's current content; the old one is
 * withdrawn. Throws `conflict` if the proposal is closed or the claim was not changed after it.
 */
export async function renewProposal(
  context: Context,
  { proposalId, version, snapshot }: { proposalId: string; version: number; snapshot?: string },
): Promise<ProposalReference> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    const { claimId, kind, rating, summary, reasons, note, ...old } = await lockOpenProposal(
      tx,
      proposalId,
      version,
    );
    const words = { kind, rating, summary, reasons, note };
    const now = await readContent(tx, claimId, words);
    if (old.content && contentHash(old.content) === contentHash(now)) {
      throw new AppError("conflict", "The claim was not changed after this proposal.", [], "content_same");
    }
    const stage = applyTransition("renew", actor.role, await readWorkflowState(tx, claimId, actor.id));
    await setProposalOutcome(tx, context, actor, old.id, { state: "withdrawn" });
    await tx.claim.update({ where: { id: claimId }, data: { stage } });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.renew",
      entity: "claim",
      entityId: claimId,
      from: { id: old.id },
    });
    // Texts that were stored before normalization are normalized now.
    return proposeVerdict(context, proposalInputSchema.parse({ claimId, ...words, snapshot }));
  });
}

/** Returns a proposal to its proposer with a note. Throws `conflict` if it is closed. */
export async function returnProposal(context: Context, input: ReturnInput): Promise<void> {
  const actor = authorize(context, "verdict.return");
  const { proposalId, version, note } = input;
  await transaction(async (tx) => {
    const proposal = await lockOpenProposal(tx, proposalId, version);
    await closeProposal(tx, context, actor, proposal, { step: "return", returnNote: note });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.return",
      entity: "claim",
      entityId: proposal.claimId,
      to: { id: proposal.id, note },
    });
    const { claimId, proposedById } = proposal;
    await notify(tx, context, { kind: "returned", claimId, to: [proposedById] });
    await projectClaim(tx, proposal.claimId);
  });
}

/** Withdraws the actor's own proposal. Throws `forbidden` for somebody else's, `conflict` if it is closed. */
export async function withdrawProposal(context: Context, proposalId: string, version: number): Promise<void> {
  const actor = authorize(context, "verdict.withdraw");
  await transaction(async (tx) => {
    const proposal = await lockOpenProposal(tx, proposalId, version);
    await closeProposal(tx, context, actor, proposal, { step: "withdraw" });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.withdraw",
      entity: "claim",
      entityId: proposal.claimId,
      from: { id: proposal.id },
    });
    await markProposedRead(tx, context, proposal.claimId);
    await projectClaim(tx, proposal.claimId);
  });
}

/**
 * Returns the open proposal at this version and locks its claim until the transaction ends. Throws
 * `not_found`, and `conflict` if the proposal is closed or changed.
 */
export async function lockOpenProposal(tx: Transaction, proposalId: string, version: number) {
  const found = await tx.proposal.findUnique({ where: { id: proposalId }, select: { claimId: true } });
  if (!found) throw new AppError("not_found", "There is no such proposal.");
  await lockClaim(tx, found.claimId);
  const row = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { proposedBy: { select: { name: true } } },
  });
  if (row.state !== "open" || row.version !== version) {
    throw new AppError("conflict", "This proposal was closed in the meantime.", [], "decided");
  }
  const { id, claimId, kind, rating, proposedById, proposedBy, sequence } = row;
  const [summary, reasons, note] = [row.summary, row.reasons, row.note].map((texts) =>
    localizedSchema.parse(texts),
  ) as [Localized, Localized, Localized];
  const content: Content | null = parseStoredContent(row.content);
  return { id, claimId, kind, rating, proposedById, proposedBy, sequence, content, summary, reasons, note };
}

type Open = Awaited<ReturnType<typeof lockOpenProposal>>;
type Decision = { step: "return"; returnNote: string } | { step: "withdraw" };

async function closeProposal(
  tx: Transaction,
  context: Context,
  actor: Actor,
  proposal: Open,
  decision: Decision,
): Promise<void> {
  const { step, ...words } = decision;
  const standing = await readWorkflowState(tx, proposal.claimId, actor.id);
  const stage = applyTransition(step, actor.role, { ...standing, ...words, proposal });
  const state = step === "return" ? "returned" : "withdrawn";
  await setProposalOutcome(tx, context, actor, proposal.id, { ...words, state });
  await tx.claim.update({ where: { id: proposal.claimId }, data: { stage, updatedAt: context.now() } });
}

/** Closes a proposal with this outcome. */
export async function setProposalOutcome(
  tx: Transaction,
  context: Context,
  actor: Actor,
  proposalId: string,
  outcome: { state: "returned" | "withdrawn" | "published"; returnNote?: string },
): Promise<void> {
  await tx.proposal.update({
    where: { id: proposalId },
    data: { ...outcome, decidedById: actor.id, decidedAt: context.now(), version: { increment: 1 } },
  });
}
