import type { LocaleId } from "@/lib/i18n/locales";
import { type InLanguage, pick } from "@/lib/i18n/localized";
import type { ShownClaim } from "./schema";

/** The texts of a claim that a row of the table shows, each in the language it was found in. */
export type RowTexts = { claim: InLanguage; claimant: InLanguage; publisher: InLanguage | null };

/** What a row of the table shows of a claim to readers of a locale. */
export function rowTexts(
  { slug, claim, source }: Pick<ShownClaim, "slug" | "claim" | "source">,
  locale: LocaleId,
): RowTexts {
  const { key, names } = claim.claimant;
  return {
    claim: pick(claim.text, locale, claim.language) ?? { text: slug, language: locale },
    claimant: pick(names, locale, claim.language) ?? { text: key, language: locale },
    publisher: source && { text: source.publisher, language: source.language },
  };
}
