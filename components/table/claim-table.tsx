import { type ColumnDef, constructTable, rowSortingFeature, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { ReactNode } from "react";
import { type ClaimTableHeading, ColumnHeading } from "./column-heading";

const features = tableFeatures({ rowSortingFeature, coreReactivityFeature: storeReactivityBindings() });

/** What the table shows of a claim, in the reader's language already. */
export type ClaimTableRow = {
  slug: string;
  claim: ReactNode;
  claimant: ReactNode;
  source: ReactNode;
  status: ReactNode;
  evidence: ReactNode;
  updated: ReactNode;
};

type ColumnId = Exclude<keyof ClaimTableRow, "slug">;

type ClaimTableProps = {
  caption: string;
  rows: ClaimTableRow[];
  headings: Record<ColumnId, ClaimTableHeading>;
};

const widths: Record<ColumnId, string> = {
  claim: "",
  claimant: "lg:w-34 xl:w-38",
  source: "lg:w-28 xl:w-30",
  status: "lg:w-41",
  evidence: "lg:w-25",
  updated: "lg:w-29",
};

const ids = Object.keys(widths) as ColumnId[];
const columns = ids.map(
  (id): ColumnDef<typeof features, ClaimTableRow> => ({ id, accessorFn: (row) => row[id] }),
);

/**
 * The claim table. Its model is built where it is rendered, on the server: the browser gets a plain table with links.
 * On narrow screens each row is a block: the claim, its status, and the rest with its column names.
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
    getRowId: (row) => row.slug,
    initialState: { sorting },
  });
  return (
    <table className="w-full table-fixed border-collapse text-start max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-lg:block max-lg:border-y max-lg:border-rule-strong max-lg:py-1">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-5">
            {group.headers.map(({ id, column }) => (
              <ColumnHeading
                key={id}
                {...headings[id as ColumnId]}
                sorted={column.getIsSorted()}
                width={widths[id as ColumnId]}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-lg:block">
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} className="claim-row">
            {ids.map((id) => (
              <Cell key={id} id={id} label={headings[id].label}>
                {row.getValue<ReactNode>(id)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ id, label, children }: { id: ColumnId; label: string; children: ReactNode }) {
  if (id === "claim") return <th scope="row">{children}</th>;
  if (id === "status") return <td className="claim-status">{children}</td>;
  // What nobody knows has no name either, and no place where the row is a block.
  if (children === null) return <td className="max-lg:hidden" />;
  return (
    <td>
      <span aria-hidden="true">{label}</span>
      {children}
    </td>
  );
}
