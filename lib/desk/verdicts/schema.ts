import { z } from "zod";
import { localizedBlock, localizedRequiredBlock } from "@/lib/i18n/localized-fields";
import { ratingSchema, revisionKindSchema } from "@/lib/record/vocabulary";
import { idField, requiredBlock, rowVersion } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/, "content_hash");

/** A proposed verdict. `note` is the public note of a correction or retraction. */
export const proposalInputSchema = z.object({
  claimId: idField,
  kind: revisionKindSchema,
  rating: ratingSchema,
  summary: localizedRequiredBlock(limits.summary),
  reasons: localizedRequiredBlock(limits.reasons),
  note: localizedBlock(limits.correctionNote),
  /**
   * The hash of the claim that the proposer was shown; if left out, the claim's current content is proposed.
   */
  snapshot: sha256.optional(),
});
export type ProposalInput = z.infer<typeof proposalInputSchema>;

/** A proposal returned to its proposer; `note` says what is missing. */
export const returnInputSchema = z.object({
  proposalId: idField,
  version: rowVersion,
  note: requiredBlock(limits.returnNote),
});
export type ReturnInput = z.infer<typeof returnInputSchema>;

/** A proposal at the version that was shown. */
export const decisionInputSchema = z.object({
  proposalId: idField,
  version: rowVersion,
});

/** A renewed proposal; `snapshot` as in {@link proposalInputSchema}. */
export const renewalInputSchema = decisionInputSchema.extend({ snapshot: sha256.optional() });

/** A proposal to publish; `content` is the hash of the content that the publisher was shown. */
export const publishInputSchema = decisionInputSchema.extend({
  content: sha256,
});
export type PublishInput = z.infer<typeof publishInputSchema>;
