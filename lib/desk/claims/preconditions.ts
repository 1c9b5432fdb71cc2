import type { ErrorCode } from "@/lib/errors";
import type { Localized } from "@/lib/i18n/localized";
import type { Stage } from "./schema";

/** The state of a claim that preconditions check. */
export type WorkflowState = {
  stage: Stage;
  /** Whether readers see the claim before a verdict. */
  released: boolean;
  /** The number of published revisions. */
  published: number;
  /** Whether the last revision is a retraction. */
  retracted: boolean;
  /** The number of pieces of evidence. */
  evidence: number;
  actorId: string;
  /** The staff member that the claim is assigned to; null for none. */
  colleagueId?: string | null;
  proposal?: {
    proposedById: string;
    kind: "publication" | "correction" | "retraction";
    rating: string;
    summary: Localized;
    reasons: Localized;
    note: Localized;
  };
  returnNote?: string;
  /** Whether this desk lets people publish their own proposals. */
  onePersonDesk: boolean;
};

/**
 * Why a transition is not allowed. `reason` is a key of the message catalogue, `path` the invalid field if
 * there is one.
 */
export type Violation = {
  code: Extract<ErrorCode, "invalid" | "forbidden" | "conflict">;
  reason: string;
  path?: string;
};

const invalid = (path: string, reason: string): Violation => ({ code: "invalid", path, reason });
const empty = (texts: Localized) => !Object.values(texts).some((text) => text?.trim());

/** The preconditions of transitions, by the names that the workflow uses. Each returns its violations. */
export const preconditions = {
  /** The assignee is a staff member. */
  colleague: ({ colleagueId }) => (colleagueId ? [] : [invalid("personId", "no_person")]),
  /** The verdict has a summary and reasons in at least one language. */
  verdict: ({ proposal }) =>
    (["summary", "reasons"] as const).flatMap((field) =>
      !proposal || empty(proposal[field]) ? [invalid(field, "required")] : [],
    ),
  /**
   * The first revision is a publication, later ones are corrections or retractions; no retraction follows
   * another.
   */
  kind: ({ proposal, published, retracted }) => {
    const first = published === 0;
    if (first !== (proposal?.kind === "publication")) {
      return [invalid("kind", first ? "nothing_to_correct" : "already_published")];
    }
    return proposal?.kind === "retraction" && retracted ? [invalid("kind", "already_retracted")] : [];
  },
  /** A correction or retraction says in public what changed and why. */
  public_note: ({ proposal }) =>
    proposal && proposal.kind !== "publication" && empty(proposal.note) ? [invalid("note", "required")] : [],
  /** Every rating except `unproven` has evidence. */
  evidence: ({ proposal, evidence }) =>
    proposal && proposal.rating !== "unproven" && proposal.kind !== "retraction" && evidence === 0
      ? [invalid("rating", "evidence_missing")]
      : [],
  /** Nobody publishes their own proposal, except on a one-person desk. */
  four_eyes: ({ proposal, actorId, onePersonDesk }) =>
    proposal?.proposedById === actorId && !onePersonDesk ? [{ code: "forbidden", reason: "four_eyes" }] : [],
  /** The proposal is the actor's own. */
  own_proposal: ({ proposal, actorId }) =>
    proposal?.proposedById === actorId ? [] : [{ code: "forbidden", reason: "not_yours" }],
  /** The claim is not released yet. */
  internal: ({ released }) => (released ? [{ code: "conflict", reason: "already_released" }] : []),
  /** The claim is released. */
  released: ({ released }) => (released ? [] : [{ code: "conflict", reason: "not_released" }]),
  /** The claim has no published revision. */
  unpublished: ({ published }) => (published > 0 ? [{ code: "conflict", reason: "published" }] : []),
  /** There is a note to the proposer. */
  return_note: ({ returnNote }) => (returnNote?.trim() ? [] : [invalid("note", "required")]),
} as const satisfies Record<string, (standing: WorkflowState) => Violation[]>;
export type Precondition = keyof typeof preconditions;
