import { z } from "zod";
import { isLocaleId, localeIds } from "@/lib/i18n/locales";
import type { Localized, Texts } from "@/lib/i18n/localized";
import { localizedBlock, localizedLine, textsBlock } from "@/lib/i18n/localized-fields";
import {
  codePoint,
  idField,
  languageTag,
  optionalDate,
  optionalLine,
  optionalPartialDate,
  quoteField,
  requiredUrl,
  rowVersion,
  slugField,
} from "@/lib/text/fields";
import { counts, limits } from "@/lib/text/limits";
import { nameKeys } from "@/lib/text/name-key";

/** The stages of a claim in the workflow. */
export const stages = ["inbox", "assigned", "in_review", "proposed", "published", "archived"] as const;
export type Stage = (typeof stages)[number];

/**
 * The names of a claimant or topic, in at least one language, each with at least one letter, digit or symbol.
 */
export const namesSchema = localizedLine(limits.name).superRefine((names, context) => {
  if (Object.keys(names).length === 0) context.addIssue({ code: "custom", message: "required" });
  for (const [language, name] of Object.entries(names)) {
    if (nameKeys(name).length === 0) context.addIssue({ code: "custom", message: "name", path: [language] });
  }
});

const key = idField;
/** Keys of claimants or topics with the same name that are known to be different ones. */
const distinctFrom = z.array(key).max(100).default([]);
const byKeySchema = z.strictObject({ key });
const byNamesSchema = z.strictObject({
  names: namesSchema,
  create: z.boolean().default(false),
  distinctFrom,
});

/** A claimant: an existing one by key, or the names of a new one with `create: true`. */
const namedClaimantSchema = z.union([byKeySchema, byNamesSchema], {
  error: "Give { key }, or { names, create: true }.",
});
export type ClaimantReference = z.infer<typeof namedClaimantSchema>;

/** Who made a claim; null where nobody is named. */
export const claimantInputSchema = namedClaimantSchema.nullish().transform((given) => given ?? null);
export type ClaimantInput = z.infer<typeof claimantInputSchema>;

/** A topic to create. */
export const newTopicSchema = z.strictObject({ names: namesSchema, distinctFrom });
export type NewTopic = z.infer<typeof newTopicSchema>;

/** A claimant or topic to choose from, with the number of its claims and an example, if they were loaded. */
export type Candidate = {
  key: string;
  names: Localized;
  claims?: number;
  example?: { text: string; language: string } | null;
};

/** New names for the claimant or topic with this key. */
export const renameSchema = z.object({ key, version: rowVersion, names: namesSchema, distinctFrom });
export type EntityRename = z.infer<typeof renameSchema>;

/** Claims (ids) of a claimant that belong to another claimant. */
export const splitSchema = z.object({
  key,
  claims: z.array(idField).min(1, "required").max(200),
  to: namedClaimantSchema,
});
export type ClaimantSplit = z.infer<typeof splitSchema>;

/**
 * The editable fields of a claim. `text` is keyed by language: the claim's own language, which can be any,
 * and translations into the languages of the interface.
 */
const claimFields = z.object({
  language: languageTag,
  text: textsBlock(limits.claimText),
  claimant: claimantInputSchema,
  claimedOn: optionalPartialDate,
  /** Keys of existing topics. */
  topics: z.array(key).max(counts.topicsOfClaim, "too_many").default([]),
  /** A topic to create. */
  newTopic: newTopicSchema.optional(),
  /** The quoted words, selected or typed; they are located in the article's text. */
  quote: quoteField,
  /** The start of the selection in code points, which makes repeated words unambiguous. */
  quoteStart: codePoint.optional(),
});

/** Adds the rule that `text` has the claim's own language, and otherwise only languages of the interface. */
export function requireTextInLanguage<Fields extends z.ZodType<{ language: string; text: Texts }>>(
  fields: Fields,
) {
  return fields.superRefine(({ language, text }, context) => {
    const issue = (message: string, words: string, ...path: string[]) =>
      context.addIssue({ code: "custom", message, params: { words }, path: ["text", ...path] });
    if (!text[language]) {
      const isEmpty = Object.keys(text).length === 0;
      issue(
        isEmpty ? "required" : "text_in_language",
        `Give the text in the claim's language, under "${language}".`,
      );
    }
    for (const other of Object.keys(text)) {
      if (other === language || isLocaleId(other)) continue;
      issue("text_language", `Translations are in ${localeIds.join(" and ")} only.`, other);
    }
  });
}

/** The fields of a new claim that quotes an article. */
export const newClaimFields = claimFields.extend({
  articleId: idField,
  /** The slug, if it is not to be derived from the text. */
  slug: slugField.optional(),
});
/** The input of `createClaim`. */
export const newClaimSchema = requireTextInLanguage(newClaimFields);
export type NewClaim = z.infer<typeof newClaimSchema>;

/** The fields of an edited claim, and the version that the editor started from. */
export const editedClaimFields = claimFields.extend({ claimId: idField, version: rowVersion });
/** The input of `editClaim`. */
export const editedClaimSchema = requireTextInLanguage(editedClaimFields);
export type EditedClaim = z.infer<typeof editedClaimSchema>;

/** The words of the article's newest version to which a claim's quote moves. */
export const reanchorInputSchema = claimFields
  .pick({ quote: true, quoteStart: true })
  .extend({ claimId: idField, version: rowVersion });
export type ReanchorInput = z.infer<typeof reanchorInputSchema>;

/** Priorities, lowest first. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

const personId = z
  .union([idField, z.literal("")])
  .nullish()
  .transform((id) => id || null);
/** A date as it was shown; not validated as input. */
const storedDate = z
  .string()
  .nullish()
  .transform((date) => date || null);

/** The assignee, due date (ISO 8601) and priority of a claim. `was` holds the values that were shown. */
export const assignmentSchema = z.object({
  claimId: idField,
  personId,
  dueOn: optionalDate,
  priority: z.enum(priorities),
  was: z.strictObject({ assigneeId: personId, dueOn: storedDate, priority: z.enum(priorities) }).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** A further appearance of a claim. `change` describes how the claim differs there. */
export const appearanceInputSchema = z.object({
  claimId: idField,
  url: requiredUrl,
  title: optionalLine(limits.title),
  publisher: optionalLine(limits.publisher),
  language: languageTag,
  publishedOn: optionalPartialDate,
  change: localizedBlock(limits.change),
});
export type AppearanceInput = z.infer<typeof appearanceInputSchema>;

/** A removed appearance to restore. */
export const removedAppearanceSchema = z.object({
  claimId: idField,
  appearanceId: idField,
});
export type RemovedAppearance = z.infer<typeof removedAppearanceSchema>;
