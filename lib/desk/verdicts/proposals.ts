import { appendEvent } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { readStanding } from "@/lib/desk/claims/standing";
import { take } from "@/lib/desk/claims/workflow";
import { endWaiting, notify, notifyPublishers } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { type Content, contentHash, readContent, snapshotHash, storedContent } from "./content";
import { type ProposalInput, proposalInputSchema, type ReturnInput } from "./schema";

/** A proposal as it was made: at version 1, about the content with this hash (`sha256:` and hex). */
export type Proposed = { id: string; version: number; content: string };

/**
 * Puts a verdict on the claim as it is now before the publishers.
 * Throws `invalid` naming what is missing for a verdict, `conflict` where a proposal is open already or the claim says
 * something else than the proposer was shown.
 */
export async function proposeVerdict(
  context: Context,
  { snapshot, ...input }: ProposalInput,
): Promise<Proposed> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const standing = await readStanding(tx, input.claimId, actor.id);
    const proposal = { ...input, proposedById: actor.id };
    const stage = take("propose", actor.role, { ...standing, proposal });
    const [id, now, content] = [context.newId(), context.now(), await readContent(tx, input.claimId, input)];
    if (snapshot && snapshot !== snapshotHash(content)) {
      throw new AppError(
        "conflict",
        "The claim was changed after you read it. Load it again and read it, then propose.",
        [{ path: "snapshot", message: `The claim is now ${snapshotHash(content)}.` }],
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
 * Proposes the verdict of an open proposal once more, about the claim as it is now: for a proposal whose claim was
 * changed after it. The old one counts as withdrawn. Throws `conflict` where the proposal was decided in the meantime or
 * the claim is as it was proposed.
 */
export async function renewProposal(
  context: Context,
  { proposalId, version, snapshot }: { proposalId: string; version: number; snapshot?: string },
): Promise<Proposed> {
  const actor = authorize(context, "verdict.propose");
  return transaction(async (tx) => {
    const { claimId, kind, rating, summary, reasons, note, ...old } = await openProposal(
      tx,
      proposalId,
      version,
    );
    const words = { kind, rating, summary, reasons, note };
    const now = await readContent(tx, claimId, words);
    if (old.content && contentHash(old.content) === contentHash(now)) {
      throw new AppError("conflict", "The claim is as it was proposed.", [], "content_same");
    }
    const stage = take("renew", actor.role, await readStanding(tx, claimId, actor.id));
    await decide(tx, context, actor, old.id, { state: "withdrawn" });
    await tx.claim.update({ where: { id: claimId }, data: { stage } });
    await appendEvent(tx, actor, context.now(), {
      action: "verdict.renew",
      entity: "claim",
      entityId: claimId,
      from: { id: old.id },
    });
    // Words from before texts had their normal form take it now.
    return proposeVerdict(context, proposalInputSchema.parse({ claimId, ...words, snapshot }));
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
  const { id, claimId, kind, rating, proposedById, proposedBy, sequence } = row;
  const [summary, reasons, note] = [row.summary, row.reasons, row.note].map((texts) =>
    localizedSchema.parse(texts),
  ) as [Localized, Localized, Localized];
  const content: Content | null = storedContent(row.content);
  return { id, claimId, kind, rating, proposedById, proposedBy, sequence, content, summary, reasons, note };
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
  const stage = take(step, actor.role, { ...standing, ...words, proposal });
  const state = step === "return" ? "returned" : "withdrawn";
  await decide(tx, context, actor, proposal.id, { ...words, state });
  await tx.claim.update({ where: { id: proposal.claimId }, data: { stage, updatedAt: context.now() } });
}

/** Writes what became of a proposal. */
export async function decide(
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
