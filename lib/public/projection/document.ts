import { z } from "zod";
import type { LocaleId } from "@/lib/i18n/locales";
import { type InLanguage, pick } from "@/lib/i18n/localized";
import { claimRecordSchema, sourceSchema, verdictSchema } from "@/lib/record/revision";
import type { TextRange } from "@/lib/text/ranges";

/** Everything a reader may know of one claim: the document of the published projection. */
export const publicClaimSchema = claimRecordSchema.extend({
  /** All revisions, oldest first. */
  revisions: z.array(verdictSchema),
  updatedAt: z.string(),
});

/** What a row of the table shows of a claim; the column `shown` of the projection. */
export const shownClaimSchema = publicClaimSchema.pick({ slug: true, status: true, updatedAt: true }).extend({
  claim: publicClaimSchema.shape.claim.pick({ text: true, language: true, claimant: true }),
  source: sourceSchema.pick({ publisher: true, language: true }).nullable(),
  evidenceCount: z.number().int().nonnegative(),
});

/** How many claims are suggested, and how many claimants and topics each. */
export const SUGGESTED = { claims: 5, names: 3 } as const;
export const MOST_SUGGESTIONS = SUGGESTED.claims + 2 * SUGGESTED.names;

const suggestedName = z.object({
  text: z.string(),
  language: z.string(),
  dir: z.enum(["ltr", "rtl"]),
  /** Public claims. */
  count: z.number().int().positive(),
  /** The table filtered by it. */
  path: z.string(),
});

/** What a reader may mean by what they have typed so far. A path is an address of ours in the reader's language. */
export const suggestionsSchema = z.object({
  claims: z.array(suggestedName.omit({ count: true }).extend({ slug: z.string() })),
  claimants: z.array(suggestedName.extend({ claimant: z.string() })),
  topics: z.array(suggestedName.extend({ topic: z.string() })),
});

export type Suggestions = z.infer<typeof suggestionsSchema>;
export type PublicClaim = z.infer<typeof publicClaimSchema>;
export type ShownClaim = z.infer<typeof shownClaimSchema>;

/** The texts of a claim that a row of the table shows, each in the language it was found in. */
export type RowTexts = { claim: InLanguage; claimant: InLanguage | null; publisher: InLanguage | null };

/** What a row of the table shows of a claim to readers of a locale. */
export function rowTexts(
  { slug, claim, source }: Pick<ShownClaim, "slug" | "claim" | "source">,
  locale: LocaleId,
): RowTexts {
  const { claimant } = claim;
  return {
    claim: pick(claim.text, locale, claim.language) ?? { text: slug, language: locale },
    claimant:
      claimant && (pick(claimant.names, locale, claim.language) ?? { text: claimant.key, language: locale }),
    publisher: source && { text: source.publisher, language: source.language },
  };
}

/** What a search found in a row of the table: ranges of the texts it shows, or where else where they show nothing. */
export type FoundInRow = Record<keyof RowTexts, TextRange[]> & { elsewhere: Elsewhere | null };

/** The parts of a claim that a row of the table does not show. */
export type FoundPlace =
  | "translation"
  | "claimant"
  | "topic"
  | "quote"
  | "source"
  | "verdict"
  | "evidence"
  | "appearance";

/** Where something was found: about twelve words of a text, marked, and whether the text goes on at either end. */
export type Elsewhere = {
  place: FoundPlace;
  language: string;
  text: string;
  ranges: TextRange[];
  cutBefore: boolean;
  cutAfter: boolean;
};
