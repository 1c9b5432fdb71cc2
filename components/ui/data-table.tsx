"use client";

import {
  type Cell,
  type ColumnDef,
  createSortedRowModel,
  type Header,
  type Row,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { flexRender } from "@tanstack/react-table/flex-render";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { ariaSort, SortGlyph } from "@/components/claim-table/sort-glyph";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: {} as DataColumnMeta,
});

/** Classes: of the heading, for the width where columns stand beside each other, and of each cell. */
type DataColumnMeta = { width?: string; cell?: string };

/**
 * A column of a table of the desk: its heading, as a name in `deskTables.columns`; its cell; and by `accessorFn` what it
 * sorts by, undefined for an empty cell. Without one it does not sort. The first column names the row. Define columns
 * once, outside of components: a cell that is another function with each rendering loses its state and the focus.
 */
export type DataColumn<Data extends RowData> = ColumnDef<typeof features, Data> & {
  id: string;
  header: string;
};

type DataTableProps<Data extends RowData> = {
  caption: string;
  columns: DataColumn<Data>[];
  rows: Data[];
  rowId: (row: Data) => string;
  /** Whether `rows` is all there is: a page of something longer keeps the order that it was fetched in. */
  isWhole: boolean;
  /** How the rows are sorted already, where that is the order of a column. */
  sorting?: SortingState;
};

/**
 * A table of the desk, rendered on the server too. Its headings sort it in the browser: up, down, and back to the order
 * that it came in. On narrow screens each row is a block, and each cell carries its column's name.
 */
export function DataTable<Data extends RowData>(props: DataTableProps<Data>) {
  const { caption, columns, rows, rowId, isWhole, sorting = [] } = props;
  const sortFn = useSortFn<Data>();
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    enableSorting: isWhole,
    manualSorting: !isWhole,
    defaultColumn: { sortFn, sortUndefined: "last" },
    initialState: { sorting },
  });
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <Heading key={header.id} header={header} sorted={header.column.getIsSorted()} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell, index) => (
              <DataCell key={cell.id} cell={cell} isRowHeading={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sorts by the language's alphabet; numbers, and days as ISO 8601, by their size. */
function useSortFn<Data extends RowData>() {
  const locale = useLocale();
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    type DataRow = Row<typeof features, Data>;
    return (a: DataRow, b: DataRow, id: string) => compare(String(a.getValue(id)), String(b.getValue(id)));
  }, [locale]);
}

type HeadingProps<Data extends RowData> = {
  header: Header<typeof features, Data>;
  sorted: "asc" | "desc" | false;
};

function Heading<Data extends RowData>({ header, sorted }: HeadingProps<Data>) {
  const t = useTranslations("deskTables");
  const { column } = header;
  const label = t(`columns.${column.columnDef.header}`);
  return (
    <th scope="col" aria-sort={ariaSort(sorted)} className={column.columnDef.meta?.width}>
      {column.getCanSort() ? (
        <>
          <button
            type="button"
            onClick={column.getToggleSortingHandler()}
            title={t("sortBy", { column: label })}
            className="sort-button"
          >
            {label}
            <SortGlyph sorted={sorted} />
          </button>
          {/* Where no script sorts. */}
          <span className="hidden noscript:inline">{label}</span>
        </>
      ) : (
        label
      )}
    </th>
  );
}

type DataCellProps<Data extends RowData> = { cell: Cell<typeof features, Data>; isRowHeading: boolean };

function DataCell<Data extends RowData>({ cell, isRowHeading }: DataCellProps<Data>) {
  const t = useTranslations("deskTables.columns");
  const { columnDef, accessorFn } = cell.column;
  if (accessorFn && cell.getValue() === undefined) return <td className="max-lg:hidden" />;
  const content = flexRender(columnDef.cell, cell.getContext());
  if (isRowHeading) return <th scope="row">{content}</th>;
  return (
    <td className={columnDef.meta?.cell}>
      <span aria-hidden="true">{t(String(columnDef.header))}</span>
      {content}
    </td>
  );
}
