import { z } from "zod";
import { localizedBlock, localizedRequiredBlock } from "@/lib/i18n/localized-fields";
import { ratingSchema, revisionKindSchema } from "@/lib/record/vocabulary";
import { idField, requiredBlock, rowVersion } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/, "content_hash");

/** A verdict as an editor proposes it. `note` is the public word of a correction or retraction. */
export const proposalInputSchema = z.object({
  claimId: idField,
  kind: revisionKindSchema,
  rating: ratingSchema,
  summary: localizedRequiredBlock(limits.summary),
  reasons: localizedRequiredBlock(limits.reasons),
  note: localizedBlock(limits.correctionNote),
  /** The hash of the claim as the proposer was shown it; without it, the proposal is about the claim as it is. */
  snapshot: sha256.optional(),
});
export type ProposalInput = z.infer<typeof proposalInputSchema>;

/** Sending a proposal back: `note` says to the proposer what is missing. */
export const returnInputSchema = z.object({
  proposalId: idField,
  version: rowVersion,
  note: requiredBlock(limits.returnNote),
});
export type ReturnInput = z.infer<typeof returnInputSchema>;

/** A proposal at the version that its reader saw. */
export const decisionInputSchema = z.object({
  proposalId: idField,
  version: rowVersion,
});

/** Proposing once more: `snapshot` as in a proposal. */
export const renewalInputSchema = decisionInputSchema.extend({ snapshot: sha256.optional() });

/** Publishing a proposal: `content` is the hash of what the publisher was shown. */
export const publishInputSchema = decisionInputSchema.extend({
  content: sha256,
});
export type PublishInput = z.infer<typeof publishInputSchema>;
