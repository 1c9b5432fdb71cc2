import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimQuery } from "@/lib/public/claims/filters";
import type { ClaimSummary, RowMatches } from "@/lib/public/projection/document";
import { ClaimTable } from "./claim-table";
import { claimColumns, claimRow } from "./columns";

type ClaimRowsProps = {
  caption: string;
  rows: ClaimSummary[];
  matches: RowMatches[];
  /** The query whose sort the headings change; null where the order is fixed. */
  query: ClaimQuery | null;
  locale: LocaleId;
};

/** Claims as a table, with the search matches of each row highlighted. */
export function ClaimRows({ caption, rows, matches, query, locale }: ClaimRowsProps) {
  const sort = query?.sort;
  return (
    <ClaimTable
      caption={caption}
      columns={claimColumns(query, locale)}
      rows={rows.map((row, i) => claimRow(row, locale, matches[i]))}
      rowId={({ claim }) => claim.slug}
      sorting={sort ? [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }] : []}
    />
  );
}
