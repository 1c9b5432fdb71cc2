import { z } from "zod";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText, type TextInLanguage } from "@/lib/i18n/localized";
import { claimRecordSchema, sourceSchema, verdictSchema } from "@/lib/record/revision";
import type { TextRange } from "@/lib/text/ranges";

/** The document of the published projection: everything that readers may know of a claim. */
export const publicClaimSchema = claimRecordSchema.extend({
  /** All revisions, oldest first. */
  revisions: z.array(verdictSchema),
  updatedAt: z.string(),
});

/** The part of the document that a row of the claim table shows; the column `shown` of the projection. */
export const claimSummarySchema = publicClaimSchema
  .pick({ slug: true, status: true, updatedAt: true })
  .extend({
    claim: publicClaimSchema.shape.claim.pick({ text: true, language: true, claimant: true }),
    source: sourceSchema.pick({ publisher: true, language: true }).nullable(),
    evidenceCount: z.number().int().nonnegative(),
  });

/** The most suggestions: of claims, and of names for claimants and topics each. */
export const SUGGESTION_LIMITS = { claims: 5, names: 3 } as const;
/** The most suggestions in all. */
export const MAX_SUGGESTIONS = SUGGESTION_LIMITS.claims + 2 * SUGGESTION_LIMITS.names;

const suggestedName = z.object({
  text: z.string(),
  language: z.string(),
  dir: z.enum(["ltr", "rtl"]),
  /** The number of public claims. */
  count: z.number().int().positive(),
  /** The path of the claim table filtered by it. */
  path: z.string(),
});

/** The suggestions for a search box. Paths lead to pages in the reader's language. */
export const suggestionsSchema = z.object({
  claims: z.array(suggestedName.omit({ count: true }).extend({ slug: z.string() })),
  claimants: z.array(suggestedName.extend({ claimant: z.string() })),
  topics: z.array(suggestedName.extend({ topic: z.string() })),
});

export type Suggestions = z.infer<typeof suggestionsSchema>;
export type PublicClaim = z.infer<typeof publicClaimSchema>;
export type ClaimSummary = z.infer<typeof claimSummarySchema>;

/** The texts of a claim that a row of the table shows, each with its language. */
export type RowTexts = {
  claim: TextInLanguage;
  claimant: TextInLanguage | null;
  publisher: TextInLanguage | null;
};

/** Returns the texts of a claim that a row of the table shows to readers of a locale. */
export function rowTexts(
  { slug, claim, source }: Pick<ClaimSummary, "slug" | "claim" | "source">,
  locale: LocaleId,
): RowTexts {
  const { claimant } = claim;
  return {
    claim: pickText(claim.text, locale, claim.language) ?? { text: slug, language: locale },
    claimant:
      claimant &&
      (pickText(claimant.names, locale, claim.language) ?? { text: claimant.key, language: locale }),
    publisher: source && { text: source.publisher, language: source.language },
  };
}

/**
 * The search matches of a row: ranges of the texts that it shows; `hiddenMatch` is set if these have none.
 */
export type RowMatches = Record<keyof RowTexts, TextRange[]> & { hiddenMatch: HiddenMatch | null };

/** The parts of a claim that a row of the table does not show. */
export type MatchedPart =
  | "translation"
  | "claimant"
  | "topic"
  | "quote"
  | "source"
  | "verdict"
  | "evidence"
  | "appearance";

/**
 * A match in a text that the row does not show: a snippet of about twelve words, and whether it is cut at
 * either end.
 */
export type HiddenMatch = {
  place: MatchedPart;
  language: string;
  text: string;
  ranges: TextRange[];
  cutBefore: boolean;
  cutAfter: boolean;
};

/** A word that no claim contains, and the known word that was searched for instead; both folded. */
export type SpellingCorrection = { typed: string; meant: string };
