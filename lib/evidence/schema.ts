import { z } from "zod";
import { localizedSchema } from "@/lib/i18n/localized";
import {
  languageTag,
  optionalBlock,
  optionalPartialDate,
  optionalUrl,
  requiredDate,
  requiredLine,
  requiredUrl,
  rowVersion,
} from "@/lib/text/fields";

export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];
export const stanceSchema = z.enum(stances);

/** What a piece of evidence is. All but `web` may be without an address. */
export const evidenceKinds = ["web", "document", "interview", "data", "protected_source"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceKindSchema = z.enum(evidenceKinds);

/** One piece of evidence as an editor fills it in. `note` says what it shows, in the desk's words. */
export const evidenceInputSchema = z.object({
  url: requiredUrl,
  title: requiredLine,
  publisher: requiredLine,
  publishedOn: optionalPartialDate,
  language: languageTag,
  stance: stanceSchema,
  excerpt: optionalBlock,
  note: localizedSchema,
  archiveUrl: optionalUrl,
  accessedOn: requiredDate,
  /** Whether the link answered when somebody last tried; null where nobody did. */
  linkAnswers: z
    .enum(["yes", "no"])
    .nullish()
    .transform((answer) => (answer ? answer === "yes" : null)),
});

export const newEvidenceSchema = evidenceInputSchema.extend({ claimId: z.string().min(1) });
export const editedEvidenceSchema = evidenceInputSchema.extend({
  evidenceId: z.string().min(1),
  version: rowVersion,
});
export type NewEvidence = z.infer<typeof newEvidenceSchema>;
export type EditedEvidence = z.infer<typeof editedEvidenceSchema>;

/** A piece of evidence that was removed from a claim. */
export const removedEvidenceSchema = z.object({ claimId: z.string().min(1), evidenceId: z.string().min(1) });
export type RemovedEvidence = z.infer<typeof removedEvidenceSchema>;

/** A new order: every evidence id of the claim, once. */
export const evidenceOrderSchema = z.object({
  claimId: z.string().min(1),
  order: z.array(z.string().min(1)),
});
export type EvidenceOrder = z.infer<typeof evidenceOrderSchema>;

/** One step of a piece of evidence, and the list that its editor saw: ids in order. */
export const evidenceMoveSchema = z.object({
  evidenceId: z.string().min(1),
  step: z.enum(["up", "down"]),
  seen: z.array(z.string().min(1)).max(1000),
});
export type EvidenceMove = z.infer<typeof evidenceMoveSchema>;
