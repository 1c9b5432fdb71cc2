"use client";

import type { ReactNode } from "react";
import { DisclosureIcon } from "@/components/claim-table/filter-group";
import { type DataColumn, DataTable } from "@/components/ui/data-table";

/** An event formatted for the table; `at` is ISO 8601. */
export type EventRow = {
  sequence: string;
  at: string;
  when: string;
  who: string;
  what: string;
  /** The changed fields with the values before and after; null without any. */
  fields: ReactNode;
  /** The event's entity, as text to sort by and as a link. */
  about: string;
  subject: ReactNode;
};

const columns: DataColumn<EventRow>[] = [
  {
    id: "when",
    header: "when",
    meta: { width: "lg:w-32" },
    sortDescFirst: true,
    accessorFn: ({ sequence }) => sequence,
    cell: ({ row }) => (
      <time dateTime={row.original.at} className="text-soft">
        {row.original.when}
      </time>
    ),
  },
  {
    id: "who",
    header: "who",
    meta: { width: "lg:w-34" },
    accessorFn: ({ who }) => who,
    cell: ({ row }) => <bdi>{row.original.who}</bdi>,
  },
  {
    id: "what",
    header: "what",
    meta: { cell: "whole-line" },
    accessorFn: ({ what }) => what,
    cell: ({ row }) => <WhatCell {...row.original} />,
  },
];

const columnsWithSubject: DataColumn<EventRow>[] = [
  ...columns,
  {
    id: "about",
    header: "about",
    meta: { width: "lg:w-72 xl:w-88", cell: "whole-line" },
    accessorFn: ({ about }) => about,
    cell: ({ row }) => row.original.subject,
  },
];

type EventTableProps = { caption: string; rows: EventRow[]; isWhole: boolean; withSubject: boolean };

/** Events of the audit log, newest first. `isWhole`: these are all events. */
export function EventTable({ caption, rows, isWhole, withSubject }: EventTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={withSubject ? columnsWithSubject : columns}
      rows={rows}
      rowId={sequenceOf}
      isWhole={isWhole}
      sorting={newestFirst}
    />
  );
}

const sequenceOf = ({ sequence }: EventRow) => sequence;
const newestFirst = [{ id: "when", desc: true }];

function WhatCell({ what, fields }: EventRow) {
  if (!fields) return what;
  return (
    <details className="@container">
      <summary className="flex cursor-pointer list-none items-center justify-between gap-3 max-lg:min-h-8">
        {what}
        <DisclosureIcon />
      </summary>
      {fields}
    </details>
  );
}
