import { appendEvent } from "@/lib/audit/events";
import { type Actor, authorize, type Context } from "@/lib/auth/permissions";
import { readStanding } from "@/lib/claims/standing";
import { take } from "@/lib/claims/workflow";
import { lockClaim, type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { endWaiting, notify, notifyPublishers } from "@/lib/notices/commands";
import { projectClaim } from "@/lib/public/writer";
import type { ProposalInput, ReturnInput } from "./schema";

/**
 * Puts a verdict before the publishers; answers the proposal's id.
 * Throws `invalid` naming what is missing for a verdict, `conflict` where a proposal is open already.
 */
export async function proposeVerdict(context: Context, input: ProposalInput): Promise<string> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const standing = await readStanding(tx, input.claimId, actor.id);
    const stage = take("propose", actor.role, {
      ...standing,
      proposal: { ...input, proposedById: actor.id },
    });
    const [id, now] = [context.newId(), context.now()];
    await tx.proposal.create({ data: { ...input, id, proposedById: actor.id, proposedAt: now } });
    await tx.claim.update({ where: { id: input.claimId }, data: { stage, updatedAt: now } });
    await appendEvent(tx, actor, now, {
      action: "verdict.propose",
      entity: "claim",
      entityId: input.claimId,
      to: { id, ...input },
    });
    await notifyPublishers(tx, context, input.claimId);
    await projectClaim(tx, input.claimId);
    return id;
  });
}

/** Sends a proposal back to its proposer with a note. Throws `conflict` where it was decided in the meantime. */
export async function returnProposal(context: Context, input: ReturnInput): Promise<void> {
  const actor = authorize(context, "verdict.return");
  const { proposalId, version, note } = input;
  await transaction(async (tx) => {
    const proposal = await openProposal(tx, proposalId, version);
    await close(tx, context, actor, proposal, { step: "return", returnNote: note });
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

/** Takes one's own proposal back. Throws `forbidden` for another person's, `conflict` where it was decided. */
export async function withdrawProposal(context: Context, proposalId: string, version: number): Promise<void> {
  const actor = authorize(context, "verdict.withdraw");
  await transaction(async (tx) => {
    const proposal = await openProposal(tx, proposalId, version);
    await close(tx, context, actor, proposal, { step: "withdraw" });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.withdraw",
      entity: "claim",
      entityId: proposal.claimId,
      from: { id: proposal.id },
    });
    await endWaiting(tx, context, proposal.claimId);
    await projectClaim(tx, proposal.claimId);
  });
}

/**
 * The open proposal at this version, with the claim's row held until the transaction ends.
 * Throws `not_found`, and `conflict` where it was decided or changed since.
 */
export async function openProposal(tx: Transaction, proposalId: string, version: number) {
  const found = await tx.proposal.findUnique({ where: { id: proposalId }, select: { claimId: true } });
  if (!found) throw new AppError("not_found", "There is no such proposal.");
  await lockClaim(tx, found.claimId);
  const row = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { proposedBy: { select: { name: true } } },
  });
  if (row.state !== "open" || row.version !== version) {
    throw new AppError("conflict", "This proposal was decided in the meantime.", [], "decided");
  }
  const { id, claimId, kind, rating, proposedById, proposedBy } = row;
  const [summary, reasons, note] = [row.summary, row.reasons, row.note].map((texts) =>
    localizedSchema.parse(texts),
  ) as [Localized, Localized, Localized];
  return { id, claimId, kind, rating, proposedById, proposedBy, summary, reasons, note };
}

type Open = Awaited<ReturnType<typeof openProposal>>;
type Decision = { step: "return"; returnNote: string } | { step: "withdraw" };

async function close(
  tx: Transaction,
  context: Context,
  actor: Actor,
  proposal: Open,
  decision: Decision,
): Promise<void> {
  const { step, ...words } = decision;
  const standing = await readStanding(tx, proposal.claimId, actor.id);
  const [stage, now] = [take(step, actor.role, { ...standing, ...words, proposal }), context.now()];
  await tx.proposal.update({
    where: { id: proposal.id },
    data: {
      ...words,
      state: step === "return" ? "returned" : "withdrawn",
      decidedById: actor.id,
      decidedAt: now,
      version: { increment: 1 },
    },
  });
  await tx.claim.update({ where: { id: proposal.claimId }, data: { stage, updatedAt: now } });
}
