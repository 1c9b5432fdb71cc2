import { getTranslations } from "next-intl/server";
import type { ClaimTableRow } from "@/components/table/claim-table";
import { ForeignText } from "@/components/ui/foreign-text";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import type { PublicClaim } from "@/lib/public/schema";

/** A public claim as the table shows it. */
export async function tableRow(row: PublicClaim, locale: LocaleId): Promise<ClaimTableRow> {
  const [t, status] = [await getTranslations("table"), await getTranslations("status")];
  const { claim, source } = row;
  const text = pick(claim.text, locale, claim.language) ?? { text: row.slug, language: locale };
  const claimant = pick(claim.claimant.names, locale, claim.language) ?? {
    text: claim.claimant.key,
    language: locale,
  };
  return {
    id: row.id,
    claim: (
      <PlainLink
        href={`/claims/${row.slug}`}
        className="plain-link block font-serif text-lg leading-snug text-ink"
      >
        <ForeignText language={text.language}>{text.text}</ForeignText>
      </PlainLink>
    ),
    claimant: <ForeignText language={claimant.language}>{claimant.text}</ForeignText>,
    source: source && <bdi>{source.publisher}</bdi>,
    status: <StatusBadge status={row.status} label={status(row.status)} />,
    evidence:
      row.evidence.length > 0 ? (
        t("evidenceCount", { count: row.evidence.length })
      ) : (
        <span className="text-soft">{t("noEvidence")}</span>
      ),
    updated: (
      <time dateTime={row.updatedAt} className="whitespace-nowrap">
        {formatShortDay(row.updatedAt, locale)}
      </time>
    ),
  };
}
