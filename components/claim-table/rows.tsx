import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimQuery } from "@/lib/public/claims/filters";
import type { FoundInRow, ShownClaim } from "@/lib/public/projection/document";
import { ClaimTable } from "./claim-table";
import { claimColumns, claimRow } from "./columns";

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
  const sort = query?.sort;
  return (
    <ClaimTable
      caption={caption}
      columns={claimColumns(query, locale)}
      rows={rows.map((row, i) => claimRow(row, locale, found[i]))}
      rowId={({ claim }) => claim.slug}
      sorting={sort ? [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }] : []}
    />
  );
}
