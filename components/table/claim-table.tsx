import { type ColumnDef, constructTable, rowSortingFeature, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

const features = tableFeatures({ rowSortingFeature, coreReactivityFeature: storeReactivityBindings() });

/** What the table shows of a claim, in the reader's language already. */
export type ClaimTableRow = {
  id: string;
  claim: ReactNode;
  claimant: ReactNode;
  source: ReactNode;
  status: ReactNode;
  evidence: ReactNode;
  updated: ReactNode;
};

type ColumnId = Exclude<keyof ClaimTableRow, "id">;

/** A column's heading, and the order that its link leads to; `sorted` is how the table is ordered by it now. */
export type ClaimTableHeading = { label: string; href: string; hint: string; sorted: "asc" | "desc" | false };

type ClaimTableProps = {
  caption: string;
  rows: ClaimTableRow[];
  headings: Record<ColumnId, ClaimTableHeading>;
};

const widths: Record<ColumnId, string> = {
  claim: "lg:w-[36%]",
  claimant: "lg:w-[14%]",
  source: "lg:w-[13%]",
  status: "lg:w-[16%]",
  evidence: "lg:w-[10%]",
  updated: "lg:w-[11%]",
};

const columns = (Object.keys(widths) as ColumnId[]).map(
  (id): ColumnDef<typeof features, ClaimTableRow> => ({ id, accessorFn: (row) => row[id] }),
);

/**
 * The claim table. Its model is built where it is rendered, on the server: the browser gets a plain table with links.
 * On narrow screens each row is a block with its column names beside the values.
 */
export function ClaimTable({ caption, rows, headings }: ClaimTableProps) {
  const sorting = Object.entries(headings).flatMap(([id, { sorted }]) =>
    sorted ? [{ id, desc: sorted === "desc" }] : [],
  );
  const table = constructTable({
    features,
    columns,
    data: rows,
    manualSorting: true,
    getRowId: (row) => row.id,
    initialState: { sorting },
  });
  return (
    <table className="w-full table-fixed border-collapse text-start max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-lg:sr-only">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id, column }) => (
              <Heading
                key={id}
                width={widths[id as ColumnId]}
                sorted={column.getIsSorted()}
                {...pickHeading(headings, id)}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-lg:block">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className="border-b border-rule align-top hover:bg-sheet max-lg:grid max-lg:gap-2 max-lg:py-5 max-lg:first:pt-2"
          >
            {row.getAllCells().map((cell) => (
              <Cell
                key={cell.id}
                id={cell.column.id as ColumnId}
                label={headings[cell.column.id as ColumnId].label}
              >
                {cell.getValue() as ReactNode}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function pickHeading(headings: ClaimTableProps["headings"], id: string) {
  const { label, href, hint } = headings[id as ColumnId];
  return { label, href, hint };
}

type HeadingProps = {
  width: string;
  sorted: "asc" | "desc" | false;
  label: string;
  href: string;
  hint: string;
};

function Heading({ width, sorted, label, href, hint }: HeadingProps) {
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      className={clsx(
        "border-y border-rule-strong px-3 py-1 text-start text-sm font-semibold first:ps-0",
        width,
      )}
    >
      <Link
        href={href}
        prefetch={false}
        title={hint}
        className="plain-link inline-flex min-h-8 items-center gap-1.5 text-ink"
      >
        {label}
        <svg viewBox="0 0 8 12" aria-hidden="true" focusable="false" className="h-3 w-2 shrink-0">
          <path d="M4 0 8 5H0z" className={sorted === "asc" ? "fill-accent" : "fill-rule"} />
          <path d="M4 12 0 7h8z" className={sorted === "desc" ? "fill-accent" : "fill-rule"} />
        </svg>
      </Link>
    </th>
  );
}

function Cell({ id, label, children }: { id: ColumnId; label: string; children: ReactNode }) {
  const className = clsx(
    "min-w-0 px-3 py-4 text-sm first:ps-0",
    id === "claim"
      ? "max-lg:px-0 max-lg:py-0"
      : "max-lg:grid max-lg:grid-cols-[7.5rem_1fr] max-lg:gap-3 max-lg:px-0 max-lg:py-0",
  );
  const content = (
    <>
      {id !== "claim" && (
        <span aria-hidden="true" className="text-soft lg:hidden">
          {label}
        </span>
      )}
      <div className="min-w-0">{children}</div>
    </>
  );
  return id === "claim" ? (
    <th scope="row" className={clsx(className, "text-start font-normal")}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
}
