import { ClaimTable } from "@/components/table/claim-table";
import type { ClaimTableHeading } from "@/components/table/column-heading";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { ClaimQuery, SortKey } from "@/lib/public/claims/filters";
import type { ShownClaim } from "@/lib/public/projection/document";
import type { FoundInRow } from "@/lib/public/search/snippets";
import { nextSort, sortedBy, tableHref } from "./address";
import { tableRow } from "./row";

type ClaimRowsProps = {
  caption: string;
  rows: ShownClaim[];
  found: FoundInRow[];
  /** The query whose order the headings change; null for rows that have an order of their own. */
  query: ClaimQuery | null;
  locale: LocaleId;
};

/** Claims as a table, with what a search found in each row. */
export function ClaimRows({ caption, rows, found, query, locale }: ClaimRowsProps) {
  const t = translator(locale, "table");
  const heading = (label: string, key: SortKey): ClaimTableHeading => ({
    label,
    hint: t("sortBy", { column: label }),
    href: query && sortHref(query, key, locale),
    sorted: query ? sortedBy(query.sort, key) : false,
  });
  return (
    <ClaimTable
      caption={caption}
      rows={rows.map((row, i) => tableRow(row, locale, found[i]))}
      headings={{
        claim: heading(t("columns.claim"), "claim"),
        claimant: heading(t("columns.claimant"), "claimant"),
        source: heading(t("columns.source"), "publisher"),
        status: heading(t("columns.status"), "rating"),
        evidence: heading(t("columns.evidence"), "evidence"),
        updated: heading(t("columns.updated"), "updated"),
      }}
    />
  );
}

function sortHref(query: ClaimQuery, key: SortKey, locale: LocaleId): string {
  const sort = nextSort(query.sort, key);
  return localPath(tableHref({ ...query, after: undefined, before: undefined, sort }), locale);
}
