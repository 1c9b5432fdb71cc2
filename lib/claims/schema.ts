import { z } from "zod";
import { localeIdSchema, localizedRequiredSchema, localizedSchema } from "@/lib/i18n/localized";
import {
  languageTag,
  optionalLine,
  optionalPartialDate,
  requiredBlock,
  requiredUrl,
  rowVersion,
  slugField,
} from "@/lib/text/fields";

export const stages = ["inbox", "assigned", "in_review", "proposed", "published", "archived"] as const;
export type Stage = (typeof stages)[number];

/** The fields of a claim that an editor fills in. `text` must hold the language the claim is written in. */
const claimFields = z.object({
  language: localeIdSchema,
  text: localizedRequiredSchema,
  claimant: localizedRequiredSchema,
  claimedOn: optionalPartialDate,
  /** Keys of topics the desk has. */
  topics: z.array(z.string().min(1)).max(20).default([]),
  /** A topic the desk does not have yet. */
  newTopic: localizedSchema.optional(),
  /** The words of the article; found in its text, so they may be typed as well as selected. */
  quote: requiredBlock,
  /** Where the words were selected, in code points, to tell like places apart. */
  quoteStart: z.coerce.number().int().nonnegative().optional(),
});

const writtenInItsLanguage = {
  check: (claim: { language: "en" | "ar"; text: { en?: string; ar?: string } }) =>
    Boolean(claim.text[claim.language]),
  error: { message: "text_in_language", path: ["text"] },
};

/** A claim made of words of an article. */
export const newClaimSchema = claimFields
  .extend({
    articleId: z.string().min(1),
    /** The address, where the words of the claim shall not make it. */
    slug: slugField.optional(),
  })
  .refine(writtenInItsLanguage.check, writtenInItsLanguage.error);
export type NewClaim = z.infer<typeof newClaimSchema>;

/** A claim after editing, and the version that the editor began with. */
export const editedClaimSchema = claimFields
  .extend({ claimId: z.string().min(1), version: rowVersion })
  .refine(writtenInItsLanguage.check, writtenInItsLanguage.error);
export type EditedClaim = z.infer<typeof editedClaimSchema>;

/** Words of the newest version of the article that a claim's quote moves to. */
export const reanchoredQuoteSchema = claimFields
  .pick({ quote: true, quoteStart: true })
  .extend({ claimId: z.string().min(1), version: rowVersion });
export type ReanchoredQuote = z.infer<typeof reanchoredQuoteSchema>;

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

const personId = z
  .string()
  .nullish()
  .transform((id) => id || null);
const dueOn = z
  .union([z.iso.date("date"), z.literal("")])
  .nullish()
  .transform((date) => date || null);

/** Who works on a claim, by when (ISO 8601 date) and how urgently. `was` is what the planner saw before. */
export const assignmentSchema = z.object({
  claimId: z.string().min(1),
  personId,
  dueOn,
  priority: z.enum(priorities),
  was: z.object({ assigneeId: personId, dueOn, priority: z.enum(priorities) }).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** A further place where the claim stands. `change` says how it reads there. */
export const appearanceInputSchema = z.object({
  claimId: z.string().min(1),
  url: requiredUrl,
  title: optionalLine,
  publisher: optionalLine,
  language: languageTag,
  publishedOn: optionalPartialDate,
  change: localizedSchema,
});
export type AppearanceInput = z.infer<typeof appearanceInputSchema>;

/** An appearance that was removed from a claim. */
export const removedAppearanceSchema = z.object({
  claimId: z.string().min(1),
  appearanceId: z.string().min(1),
});
export type RemovedAppearance = z.infer<typeof removedAppearanceSchema>;
