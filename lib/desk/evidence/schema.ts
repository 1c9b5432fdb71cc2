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
  type KindField,
  type KindValues,
  kindFaults,
  kindFields,
  leakedAddresses,
} from "./rules";

/**
 * One piece of evidence as an editor fills it in. `note` says what it shows, in the desk's words; `protection` why a
 * protected source is not named. Which of the fields a kind has is told by {@link kindFields}. Language and stance have
 * no default: nobody may publish one that nobody chose.
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
  /** Whether the link answered when somebody last tried; null where nobody did. */
  linkAnswers: z
    .enum(["yes", "no"])
    .nullish()
    .transform((answer) => (answer ? answer === "yes" : null)),
});

type OfKind = Partial<KindValues & EvidenceTexts> & { kind?: EvidenceKind };

function checkKind(input: OfKind, context: z.RefinementCtx): void {
  if (input.kind === undefined) return;
  for (const { path, message } of kindFaults(input.kind, input))
    context.addIssue({ code: "custom", path: [path], message });
  for (const { path, message } of leakedAddresses(input.kind, input))
    context.addIssue({ code: "custom", path, message });
}

// All that is wrong is told at once, whatever else is.
const evenIfInvalid = {
  when: ({ value }: { value: unknown }) =>
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    evidenceKindSchema.safeParse(value.kind).success,
};

export const newEvidenceSchema = evidenceInputSchema
  .extend({ claimId: idField, kind: evidenceKindSchema.default("web") })
  .superRefine(checkKind, evenIfInvalid);

/** Without a kind, the evidence stays of the kind that it is. */
export const editedEvidenceSchema = evidenceInputSchema
  .extend({ evidenceId: idField, version: rowVersion, kind: evidenceKindSchema.optional() })
  .superRefine(checkKind, evenIfInvalid);
export type NewEvidence = z.infer<typeof newEvidenceSchema>;
export type EditedEvidence = z.infer<typeof editedEvidenceSchema>;

/** A piece of evidence that was removed from a claim. */
export const removedEvidenceSchema = z.object({ claimId: idField, evidenceId: idField });
export type RemovedEvidence = z.infer<typeof removedEvidenceSchema>;

/** What a form sends, without the fields that the chosen kind does not have: the form does not show them. */
export function withoutOtherKinds(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const kind = "kind" in sent ? evidenceKindSchema.safeParse(sent.kind).data : undefined;
  if (!kind) return sent;
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => kindFields[kind][name as KindField] !== "none"),
  );
}

/** A new order: every evidence id of the claim, once. */
export const evidenceOrderSchema = z.object({
  claimId: idField,
  order: z.array(idField).max(1000),
});
export type EvidenceOrder = z.infer<typeof evidenceOrderSchema>;

/** One step of a piece of evidence, and the list that its editor saw: ids in order. */
export const evidenceMoveSchema = z.object({
  evidenceId: idField,
  step: z.enum(["up", "down"]),
  seen: z.array(idField).max(1000),
});
export type EvidenceMove = z.infer<typeof evidenceMoveSchema>;
