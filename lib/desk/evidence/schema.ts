import { z } from "zod";
import { localizedBlock } from "@/lib/i18n/localized-fields";
import { type EvidenceKind, evidenceKindSchema, stanceSchema } from "@/lib/record/vocabulary";
import {
  idField,
  languageTag,
  optionalBlock,
  optionalLine,
  optionalPartialDate,
  optionalUrl,
  requiredDate,
  requiredLine,
  rowVersion,
} from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";
import {
  type EvidenceTexts,
  findKindErrors,
  findLeakedAddresses,
  type KindField,
  type KindValues,
  kindFields,
} from "./rules";

/**
 * The fields of a piece of evidence. `note` says what it shows; `protection` says why a protected source is
 * not named. The kind determines the fields ({@link kindFields}). Language and stance have no default, so
 * that an editor must choose them.
 */
const evidenceInputSchema = z.object({
  url: optionalUrl,
  title: requiredLine(limits.title),
  publisher: optionalLine(limits.publisher),
  publishedOn: optionalPartialDate,
  language: languageTag,
  stance: stanceSchema,
  excerpt: optionalBlock(limits.excerpt),
  note: localizedBlock(limits.evidenceNote).default({}),
  protection: localizedBlock(limits.protection).default({}),
  archiveUrl: optionalUrl,
  accessedOn: requiredDate,
  /** Whether the link worked when it was last checked; null if it was not. */
  linkAnswers: z
    .enum(["yes", "no"])
    .nullish()
    .transform((answer) => (answer ? answer === "yes" : null)),
});

type OfKind = Partial<KindValues & EvidenceTexts> & { kind?: EvidenceKind };

function checkKind(input: OfKind, context: z.RefinementCtx): void {
  if (input.kind === undefined) return;
  for (const { path, message } of findKindErrors(input.kind, input))
    context.addIssue({ code: "custom", path: [path], message });
  for (const { path, message } of findLeakedAddresses(input.kind, input))
    context.addIssue({ code: "custom", path, message });
}

// Checked even if other fields are invalid, so that all issues are reported at once.
const evenIfInvalid = {
  when: ({ value }: { value: unknown }) =>
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    evidenceKindSchema.safeParse(value.kind).success,
};

/** A new piece of evidence. */
export const newEvidenceSchema = evidenceInputSchema
  .extend({ claimId: idField, kind: evidenceKindSchema.default("web") })
  .superRefine(checkKind, evenIfInvalid);

/** An edited piece of evidence; without `kind`, the kind does not change. */
export const editedEvidenceSchema = evidenceInputSchema
  .extend({ evidenceId: idField, version: rowVersion, kind: evidenceKindSchema.optional() })
  .superRefine(checkKind, evenIfInvalid);
export type NewEvidence = z.infer<typeof newEvidenceSchema>;
export type EditedEvidence = z.infer<typeof editedEvidenceSchema>;

/** A removed piece of evidence to restore. */
export const removedEvidenceSchema = z.object({ claimId: idField, evidenceId: idField });
export type RemovedEvidence = z.infer<typeof removedEvidenceSchema>;

/** Drops the fields that the chosen kind does not have, which the form sends though it hides them. */
export function omitOtherKindFields(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const kind = "kind" in sent ? evidenceKindSchema.safeParse(sent.kind).data : undefined;
  if (!kind) return sent;
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => kindFields[kind][name as KindField] !== "none"),
  );
}

/** A new order: all evidence ids of the claim, each once. */
export const evidenceOrderSchema = z.object({
  claimId: idField,
  order: z.array(idField).max(1000),
});
export type EvidenceOrder = z.infer<typeof evidenceOrderSchema>;

/** A move of a piece of evidence; `seen` is the list that the editor saw, ids in order. */
export const evidenceMoveSchema = z.object({
  evidenceId: idField,
  step: z.enum(["up", "down"]),
  seen: z.array(idField).max(1000),
});
export type EvidenceMove = z.infer<typeof evidenceMoveSchema>;
