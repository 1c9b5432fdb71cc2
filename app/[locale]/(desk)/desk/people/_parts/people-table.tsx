"use client";

import { useTranslations } from "next-intl";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import type { PersonListItem } from "@/lib/desk/people/queries";
import { PersonControls } from "./person-controls";
import { SessionList, type ShownSession } from "./session-list";

/** A row of the people table. */
export type PersonRow = Omit<PersonListItem, "sessions"> & { sessions: ShownSession[] };

/** With what decides which actions are available. */
type Row = PersonRow & { isOwn: boolean; isOnlyAdmin: boolean };

const columns: DataColumn<Row>[] = [
  {
    id: "name",
    header: "name",
    meta: { width: "lg:w-52 xl:w-60" },
    accessorFn: ({ name }) => name,
    cell: ({ row }) => <NameCell {...row.original} />,
  },
  {
    id: "role",
    header: "role",
    meta: { width: "lg:w-28" },
    accessorFn: ({ role }) => role,
    cell: ({ row }) => <RoleCell {...row.original} />,
  },
  {
    id: "access",
    header: "access",
    meta: { width: "lg:w-36 xl:w-44" },
    sortDescFirst: true,
    accessorFn: ({ active, sessions }) => (active ? 1 + sessions.length : 0),
    cell: ({ row }) => <AccessCell {...row.original} />,
  },
  {
    id: "actions",
    header: "actions",
    meta: { cell: "whole-line" },
    cell: ({ row }) => <ActionsCell {...row.original} />,
  },
];

type PeopleTableProps = {
  caption: string;
  rows: PersonRow[];
  /** The id of the person signed in. */
  ownId: string;
  /** The id of the desk's only admin; null where there are several. */
  onlyAdminId: string | null;
};

/** The people of the desk, with the actions of an admin. */
export function PeopleTable({ caption, rows, ownId, onlyAdminId }: PeopleTableProps) {
  const people = rows.map((row) => ({
    ...row,
    isOwn: row.id === ownId,
    isOnlyAdmin: row.id === onlyAdminId,
  }));
  return <DataTable caption={caption} columns={columns} rows={people} rowId={idOf} isWhole />;
}

const idOf = ({ id }: PersonRow) => id;

function NameCell({ name, email }: Row) {
  return (
    <>
      <p className="text-base font-semibold">
        <bdi>{name}</bdi>
      </p>
      <p className="break-all text-soft">
        <bdi dir="ltr">{email}</bdi>
      </p>
    </>
  );
}

function RoleCell({ role }: Row) {
  const t = useTranslations("role");
  return t(role);
}

function AccessCell({ active, sessions, twoFactor }: Row) {
  const t = useTranslations("people");
  return (
    <>
      {active ? (
        t("sessions", { count: sessions.length })
      ) : (
        <strong className="text-danger">{t("noAccess")}</strong>
      )}
      {twoFactor && ` · ${t("twoFactor")}`}
    </>
  );
}

function ActionsCell({ isOwn, isOnlyAdmin, ...person }: Row) {
  return (
    <div className="grid content-start gap-4">
      <PersonControls person={person} isOwn={isOwn} isOnlyAdmin={isOnlyAdmin} />
      <SessionList name={person.name} sessions={person.sessions} />
    </div>
  );
}
