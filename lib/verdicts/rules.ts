import { AppError, type ErrorDetail } from "@/lib/errors";
import type { ProposalInput, RevisionKind } from "./schema";

/** What the rules of publication look at. `revisions` are the kinds of what is published, oldest first. */
export type Standing = { evidence: number; revisions: RevisionKind[] };

/**
 * Checks that a proposal can become a verdict: evidence behind every rating but `unproven`, a public note with a
 * correction or retraction, and the right kind for what is published already.
 * Throws `invalid` naming the fields.
 */
export function checkProposal(
  proposal: Pick<ProposalInput, "kind" | "rating" | "note">,
  standing: Standing,
): void {
  const details: ErrorDetail[] = [];
  const first = standing.revisions.length === 0;
  if (first !== (proposal.kind === "publication")) {
    details.push({ path: "kind", message: first ? "nothing_to_correct" : "already_published" });
  }
  if (proposal.kind === "retraction" && standing.revisions.at(-1) === "retraction") {
    details.push({ path: "kind", message: "already_retracted" });
  }
  if (proposal.kind !== "publication" && Object.keys(proposal.note).length === 0) {
    details.push({ path: "note", message: "required" });
  }
  if (proposal.rating !== "unproven" && proposal.kind !== "retraction" && standing.evidence === 0) {
    details.push({ path: "rating", message: "evidence_missing" });
  }
  if (details.length > 0) throw new AppError("invalid", "The verdict is not complete.", details);
}

/** Four eyes: nobody publishes what they proposed. Throws `forbidden`. */
export function checkFourEyes(proposedById: string, publisherId: string): void {
  if (proposedById === publisherId) {
    throw new AppError("forbidden", "Somebody else must publish what you proposed.", [], "four_eyes");
  }
}
