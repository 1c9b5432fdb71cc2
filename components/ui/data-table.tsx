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

/** Classes of the heading, with the column's width on wide screens, and of each cell. */
type DataColumnMeta = { width?: string; cell?: string };

/**
 * A column of a desk table. `header` is a key of `deskTables.columns`; `accessorFn` returns what the column
 * sorts by, undefined for an empty cell; without one the column does not sort. The first column is the row's
 * heading. Define columns outside of components: cells whose function changes with each rendering lose their
 * state and the focus.
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
  /** Whether `rows` is everything: a page of a longer list cannot be sorted. */
  isWhole: boolean;
  /** The initial order of the rows, where they are sorted by a column. */
  sorting?: SortingState;
};

/**
 * A table of the desk, rendered on the server too. Its headings sort it in the browser: ascending,
 * descending, and back to the initial order. On narrow screens each row is a block, and each cell shows its
 * column's name.
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

/** Returns a sort function that collates by the interface's language; numbers and ISO 8601 dates by value. */
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
          {/* Sorting needs JavaScript. */}
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
