import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ClaimSummary, RowMatches } from "@/lib/public/projection/document";
import { ClaimRows } from "./rows";

type SimilarClaimsProps = { similar: ClaimSummary[]; similarMatches: RowMatches[]; locale: LocaleId };

/** The claims that share most of the search, where no claim has all of it. */
export function SimilarClaims({ similar, similarMatches, locale }: SimilarClaimsProps) {
  const t = translator(locale, "table");
  if (similar.length === 0) return null;
  return (
    <Section id="similar" title={t("similarTitle")}>
      <p className="text-soft">{t("similarIntro")}</p>
      <ClaimRows
        caption={t("similarTitle")}
        rows={similar}
        matches={similarMatches}
        query={null}
        locale={locale}
      />
    </Section>
  );
}
