import { getTranslations } from "next-intl/server";
import type { ClaimTableRow } from "@/components/table/claim-table";
import { FoundText } from "@/components/ui/found-text";
import { MixedText } from "@/components/ui/mixed-text";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { FoundInRow } from "@/lib/public/found-in-rows";
import { rowTexts } from "@/lib/public/row-texts";
import type { PublicClaim } from "@/lib/public/schema";
import { FoundElsewhere } from "./found-elsewhere";

const NOTHING: FoundInRow = { claim: [], claimant: [], publisher: [], elsewhere: null };

/** A public claim as the table shows it, with what a search found in it. */
export async function tableRow(
  row: PublicClaim,
  locale: LocaleId,
  found: FoundInRow = NOTHING,
): Promise<ClaimTableRow> {
  const [t, status] = [await getTranslations("table"), await getTranslations("status")];
  const { claim, claimant, publisher } = rowTexts(row, locale);
  return {
    slug: row.slug,
    claim: (
      <>
        <PlainLink href={`/claims/${row.slug}`} className="plain-link claim-link font-serif">
          <FoundText {...claim} ranges={found.claim} />
        </PlainLink>
        {found.elsewhere && <FoundElsewhere {...found.elsewhere} />}
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
