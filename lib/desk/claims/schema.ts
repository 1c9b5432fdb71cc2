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

export const stages = ["inbox", "assigned", "in_review", "proposed", "published", "archived"] as const;
export type Stage = (typeof stages)[number];

/** What a claimant or topic is called: one line in one language or both, with a letter, digit or sign in it. */
export const namesSchema = localizedLine(limits.name).superRefine((names, context) => {
  if (Object.keys(names).length === 0) context.addIssue({ code: "custom", message: "required" });
  for (const [language, name] of Object.entries(names)) {
    if (nameKeys(name).length === 0) context.addIssue({ code: "custom", message: "name", path: [language] });
  }
});

const key = idField;
/** Keys of claimants or topics whose names look the same, and that are meant to be others. */
const distinctFrom = z.array(key).max(100).default([]);
const knownSchema = z.strictObject({ key });
const namedSchema = z.strictObject({ names: namesSchema, create: z.boolean().default(false), distinctFrom });

/** A claimant: one that the desk knows, by key, or names and the wish to create one of these names. */
const namedClaimantSchema = z.union([knownSchema, namedSchema], {
  error: "Give { key }, or { names, create: true }.",
});
export type NamedClaimant = z.infer<typeof namedClaimantSchema>;

/** Who made a claim; null where nobody is named. */
export const claimantInputSchema = namedClaimantSchema.nullish().transform((given) => given ?? null);
export type ClaimantInput = z.infer<typeof claimantInputSchema>;

/** A topic to create. */
export const newTopicSchema = z.strictObject({ names: namesSchema, distinctFrom });
export type NewTopic = z.infer<typeof newTopicSchema>;

/** A claimant or topic of the desk, with how many claims it has and one of them, where that was looked up. */
export type Candidate = {
  key: string;
  names: Localized;
  claims?: number;
  example?: { text: string; language: string } | null;
};

/** New names for the claimant or topic with this key. */
export const renameSchema = z.object({ key, version: rowVersion, names: namesSchema, distinctFrom });
export type Rename = z.infer<typeof renameSchema>;

/** Which of a claimant's claims (ids) were made by another one. */
export const splitSchema = z.object({
  key,
  claims: z.array(idField).min(1, "required").max(200),
  to: namedClaimantSchema,
});
export type Split = z.infer<typeof splitSchema>;

/**
 * The fields of a claim that an editor fills in. `text` holds it by language: in the one that it is written in, which may
 * be any, and in those of the product.
 */
const claimFields = z.object({
  language: languageTag,
  text: textsBlock(limits.claimText),
  claimant: claimantInputSchema,
  claimedOn: optionalPartialDate,
  /** Keys of topics the desk has. */
  topics: z.array(key).max(counts.topicsOfClaim, "too_many").default([]),
  /** A topic the desk does not have yet. */
  newTopic: newTopicSchema.optional(),
  /** The words of the article; found in its text, so they may be typed as well as selected. */
  quote: quoteField,
  /** Where the words were selected, in code points, to tell like places apart. */
  quoteStart: codePoint.optional(),
});

/** Requires the text in the language that the claim is written in, and allows others in those of the product. */
export function writtenInItsLanguage<Fields extends z.ZodType<{ language: string; text: Texts }>>(
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

/** The fields of a claim made of words of an article. */
export const newClaimFields = claimFields.extend({
  articleId: idField,
  /** The address, where the words of the claim shall not make it. */
  slug: slugField.optional(),
});
export const newClaimSchema = writtenInItsLanguage(newClaimFields);
export type NewClaim = z.infer<typeof newClaimSchema>;

/** The fields of a claim after editing, and the version that the editor began with. */
export const editedClaimFields = claimFields.extend({ claimId: idField, version: rowVersion });
export const editedClaimSchema = writtenInItsLanguage(editedClaimFields);
export type EditedClaim = z.infer<typeof editedClaimSchema>;

/** Words of the newest version of the article that a claim's quote moves to. */
export const reanchoredQuoteSchema = claimFields
  .pick({ quote: true, quoteStart: true })
  .extend({ claimId: idField, version: rowVersion });
export type ReanchoredQuote = z.infer<typeof reanchoredQuoteSchema>;

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

const personId = z
  .union([idField, z.literal("")])
  .nullish()
  .transform((id) => id || null);
/** As it was shown, which nobody typed. */
const storedDate = z
  .string()
  .nullish()
  .transform((date) => date || null);

/** Who works on a claim, by when (ISO 8601 date) and how urgently. `was` is what the planner saw before. */
export const assignmentSchema = z.object({
  claimId: idField,
  personId,
  dueOn: optionalDate,
  priority: z.enum(priorities),
  was: z.strictObject({ assigneeId: personId, dueOn: storedDate, priority: z.enum(priorities) }).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** A further place where the claim stands. `change` says how it reads there. */
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

/** An appearance that was removed from a claim. */
export const removedAppearanceSchema = z.object({
  claimId: idField,
  appearanceId: idField,
});
export type RemovedAppearance = z.infer<typeof removedAppearanceSchema>;
