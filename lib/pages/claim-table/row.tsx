import type { ClaimTableRow } from "@/components/table/claim-table";
import { FoundText } from "@/components/ui/found-text";
import { MixedText } from "@/components/ui/mixed-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { FoundInRow } from "@/lib/public/found-in-rows";
import { rowTexts } from "@/lib/public/row-texts";
import type { ShownClaim } from "@/lib/public/schema";
import { FoundElsewhere } from "./found-elsewhere";

const NOTHING: FoundInRow = { claim: [], claimant: [], publisher: [], elsewhere: null };

/** A public claim as the table shows it, with what a search found in it. */
export function tableRow(row: ShownClaim, locale: LocaleId, found: FoundInRow = NOTHING): ClaimTableRow {
  const [t, status] = [translator(locale, "table"), translator(locale, "status")];
  const { claim, claimant, publisher } = rowTexts(row, locale);
  return {
    slug: row.slug,
    claim: (
      <>
        <a href={localPath(`/claims/${row.slug}`, locale)} className="plain-link claim-link font-serif">
          <FoundText {...claim} ranges={found.claim} />
        </a>
        {found.elsewhere && <FoundElsewhere {...found.elsewhere} locale={locale} />}
      </>
    ),
    claimant: <FoundText {...claimant} ranges={found.claimant} />,
    source: publisher && (
      <bdi>
        <MixedText text={publisher.text} direction="ltr" found={found.publisher} />
      </bdi>
    ),
    status: <StatusBadge status={row.status} label={status(row.status)} />,
    evidence:
      row.evidenceCount > 0 ? (
        t("evidenceCount", { count: row.evidenceCount })
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
