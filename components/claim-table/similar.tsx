import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { FoundInRow, ShownClaim } from "@/lib/public/projection/document";
import { ClaimRows } from "./rows";

type SimilarClaimsProps = { similar: ShownClaim[]; foundSimilar: FoundInRow[]; locale: LocaleId };

/** The claims that share most of what was typed, where no claim has all of it. */
export function SimilarClaims({ similar, foundSimilar, locale }: SimilarClaimsProps) {
  const t = translator(locale, "table");
  if (similar.length === 0) return null;
  return (
    <Section id="similar" title={t("similarTitle")}>
      <p className="text-soft">{t("similarIntro")}</p>
      <ClaimRows
        caption={t("similarTitle")}
        rows={similar}
        found={foundSimilar}
        query={null}
        locale={locale}
      />
    </Section>
  );
}
