import type { ErrorCode } from "@/lib/errors";
import type { Localized } from "@/lib/i18n/localized";
import type { Stage } from "./schema";

/** What the rules of the workflow look at. */
export type Standing = {
  stage: Stage;
  /** Whether readers see the claim before a verdict on it. */
  released: boolean;
  /** How many revisions are published. */
  published: number;
  /** Whether the last of them is a retraction. */
  retracted: boolean;
  /** How many pieces of evidence the claim has. */
  evidence: number;
  actorId: string;
  /** The person that the claim is given to; null for nobody of this desk. */
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
  /** Whether this desk lets people publish what they proposed. */
  onePersonDesk: boolean;
};

/** Why a step is refused. `reason` is a key of the message catalogue; `path` is the field, where it is one's fault. */
export type Fault = {
  code: Extract<ErrorCode, "invalid" | "forbidden" | "conflict">;
  reason: string;
  path?: string;
};

const invalid = (path: string, reason: string): Fault => ({ code: "invalid", path, reason });
const empty = (texts: Localized) => !Object.values(texts).some((text) => text?.trim());

/** What a step of the workflow may ask for, each by its name in the table. */
export const needs = {
  /** Somebody who works at the desk. */
  colleague: ({ colleagueId }) => (colleagueId ? [] : [invalid("personId", "no_person")]),
  /** A summary and reasons in at least one language. */
  verdict: ({ proposal }) =>
    (["summary", "reasons"] as const).flatMap((field) =>
      !proposal || empty(proposal[field]) ? [invalid(field, "required")] : [],
    ),
  /** The first revision is a publication, any later one a correction or retraction; one retraction is enough. */
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
  /** Evidence behind every rating but `unproven`. */
  evidence: ({ proposal, evidence }) =>
    proposal && proposal.rating !== "unproven" && proposal.kind !== "retraction" && evidence === 0
      ? [invalid("rating", "evidence_missing")]
      : [],
  /** Nobody publishes what they proposed, unless the desk is set up for one person. */
  four_eyes: ({ proposal, actorId, onePersonDesk }) =>
    proposal?.proposedById === actorId && !onePersonDesk ? [{ code: "forbidden", reason: "four_eyes" }] : [],
  /** One's own proposal. */
  own_proposal: ({ proposal, actorId }) =>
    proposal?.proposedById === actorId ? [] : [{ code: "forbidden", reason: "not_yours" }],
  /** A claim that readers do not see yet. */
  internal: ({ released }) => (released ? [{ code: "conflict", reason: "already_released" }] : []),
  /** A claim that readers see before a verdict on it. */
  released: ({ released }) => (released ? [] : [{ code: "conflict", reason: "not_released" }]),
  /** No verdict on the claim was published: what was stays. */
  unpublished: ({ published }) => (published > 0 ? [{ code: "conflict", reason: "published" }] : []),
  /** A note to the proposer. */
  return_note: ({ returnNote }) => (returnNote?.trim() ? [] : [invalid("note", "required")]),
} as const satisfies Record<string, (standing: Standing) => Fault[]>;
export type Need = keyof typeof needs;
