import type { ClaimTableRow } from "@/components/table/claim-table";
import { FoundText } from "@/components/ui/found-text";
import { MixedText } from "@/components/ui/mixed-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { ShownClaim } from "@/lib/public/projection/document";
import type { FoundInRow } from "@/lib/public/search/snippets";
import { rowTexts } from "@/lib/public/search/snippets";
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
    claimant: claimant && <FoundText {...claimant} ranges={found.claimant} className="claim-name" />,
    source: publisher && (
      <bdi className="claim-name">
        <MixedText text={publisher.text} direction="ltr" found={found.publisher} />
      </bdi>
    ),
    status: <StatusBadge status={row.status} label={status(row.status)} />,
    evidence:
      row.evidenceCount > 0 ? (
        evidenceWords(row.evidenceCount, locale)
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

const counted = new Map<string, string>();

/** Kept, as a page says the same few numbers fifty times. */
function evidenceWords(count: number, locale: LocaleId): string {
  const key = `${locale} ${count}`;
  const words = counted.get(key) ?? translator(locale, "table")("evidenceCount", { count });
  counted.set(key, words);
  return words;
}
