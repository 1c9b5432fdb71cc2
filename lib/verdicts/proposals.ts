import { appendEvent } from "@/lib/audit/events";
import { authorize, type Context } from "@/lib/auth/permissions";
import { move } from "@/lib/claims/rules";
import { lockClaim, type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { projectClaim } from "@/lib/public/writer";
import { checkProposal } from "./rules";
import type { ProposalInput, ReturnInput } from "./schema";

/**
 * Puts a verdict before the publishers; answers the proposal's id.
 * Throws `invalid` as {@link checkProposal} does, `conflict` where a proposal is open already.
 */
export async function proposeVerdict(context: Context, input: ProposalInput): Promise<string> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const claim = await tx.claim.findUnique({
      where: { id: input.claimId },
      select: {
        stage: true,
        _count: { select: { evidence: true } },
        revisions: { orderBy: { number: "asc" }, select: { kind: true } },
      },
    });
    if (!claim) throw new AppError("not_found", "There is no such claim.");
    const stage = move(claim.stage, "propose", claim.revisions.length);
    checkProposal(input, {
      evidence: claim._count.evidence,
      revisions: claim.revisions.map(({ kind }) => kind),
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
    await projectClaim(tx, input.claimId);
    return id;
  });
}

/** Sends a proposal back to its proposer with a note. Throws `conflict` where it was decided in the meantime. */
export async function returnProposal(context: Context, input: ReturnInput): Promise<void> {
  const actor = authorize(context, "verdict.return");
  await transaction(async (tx) => {
    const proposal = await openProposal(tx, input.proposalId, input.version);
    await close(tx, context, proposal, "returned", { decidedById: actor.id, returnNote: input.note });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.return",
      entity: "claim",
      entityId: proposal.claimId,
      to: { id: proposal.id, note: input.note },
    });
    await projectClaim(tx, proposal.claimId);
  });
}

/** Takes one's own proposal back. Throws `forbidden` for another person's, `conflict` where it was decided. */
export async function withdrawProposal(context: Context, proposalId: string, version: number): Promise<void> {
  const actor = authorize(context, "verdict.withdraw");
  await transaction(async (tx) => {
    const proposal = await openProposal(tx, proposalId, version);
    if (proposal.proposedById !== actor.id) {
      throw new AppError("forbidden", "Only the proposer takes a proposal back.", [], "not_yours");
    }
    await close(tx, context, proposal, "withdrawn", { decidedById: actor.id });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.withdraw",
      entity: "claim",
      entityId: proposal.claimId,
      from: { id: proposal.id },
    });
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
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { proposedBy: true },
  });
  if (proposal.state !== "open" || proposal.version !== version) {
    throw new AppError("conflict", "This proposal was decided in the meantime.", [], "decided");
  }
  return proposal;
}

type Open = Awaited<ReturnType<typeof openProposal>>;

async function close(
  tx: Transaction,
  context: Context,
  { id, claimId }: Open,
  state: "returned" | "withdrawn",
  decision: { decidedById: string; returnNote?: string },
): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { stage: true, _count: { select: { revisions: true } } },
  });
  const now = context.now();
  await tx.proposal.update({
    where: { id },
    data: { ...decision, state, decidedAt: now, version: { increment: 1 } },
  });
  const stage = move(claim.stage, state === "returned" ? "return" : "withdraw", claim._count.revisions);
  await tx.claim.update({ where: { id: claimId }, data: { stage, updatedAt: now } });
}
