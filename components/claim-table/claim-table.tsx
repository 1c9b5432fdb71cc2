import {
  type Cell,
  type ColumnDef,
  constructTable,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from "@tanstack/react-table";
import { flexRender } from "@tanstack/react-table/flex-render";
import { clsx } from "clsx";
import { ariaSort } from "./sort-glyph";
import { staticReactivity } from "./static-reactivity";

type ClaimColumnMeta = {
  /** The column's name, which each cell shows where the row is a block. */
  label: string;
  /** Classes of the heading. */
  width?: string;
  /** The row's heading; the badge stands below it on narrow screens, without its column's name. */
  role?: "row-heading" | "badge";
};

const features = tableFeatures({
  rowSortingFeature,
  coreReactivityFeature: staticReactivity,
  columnMeta: {} as ClaimColumnMeta,
});

/** A column of the claim table: heading, cell and value. A cell whose value is null is empty. */
export type ClaimColumn<Row extends RowData> = ColumnDef<typeof features, Row> & {
  id: string;
  meta: ClaimColumnMeta;
};

type ClaimTableProps<Row extends RowData> = {
  caption: string;
  columns: ClaimColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** The order of the rows. */
  sorting: SortingState;
};

/**
 * The claim table, rendered on the server only: the browser gets plain markup with links. On narrow screens
 * each row is a block: the claim, its status, and the other cells with their column names.
 */
export function ClaimTable<Row extends RowData>(props: ClaimTableProps<Row>) {
  const { caption, columns, rows, rowId, sorting } = props;
  const table = constructTable({
    features,
    columns,
    data: rows,
    manualSorting: true,
    getRowId: rowId,
    initialState: { sorting },
  });
  return (
    <table className="w-full table-fixed border-collapse text-start max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-lg:block max-lg:border-y max-lg:border-rule-strong max-lg:py-1">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-5">
            {group.headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                aria-sort={ariaSort(header.column.getIsSorted())}
                className={clsx(
                  "text-start text-sm font-semibold lg:border-y lg:border-rule-strong lg:px-2 lg:py-1 lg:first:ps-0 lg:last:pe-0",
                  header.column.columnDef.meta?.width,
                )}
              >
                {flexRender(header.column.columnDef.header, header.getContext())}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-lg:block">
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} className="claim-row">
            {row.getAllCells().map((cell) => (
              <ClaimCell key={cell.id} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClaimCell<Row extends RowData>({ cell }: { cell: Cell<typeof features, Row> }) {
  const { cell: template, meta } = cell.column.columnDef;
  // Hidden where the row is a block.
  if (cell.getValue() === null) return <td className="max-lg:hidden" />;
  const content = flexRender(template, cell.getContext());
  if (meta?.role === "row-heading") return <th scope="row">{content}</th>;
  if (meta?.role === "badge") return <td className="claim-status">{content}</td>;
  return (
    <td>
      <span aria-hidden="true">{meta?.label}</span>
      {content}
    </td>
  );
}
