import type { LocaleId } from "@/lib/i18n/locales";
import { type InLanguage, pick } from "@/lib/i18n/localized";
import type { ShownClaim } from "./schema";

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
