"use client";

import { useTranslations } from "next-intl";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { ForeignText } from "@/components/ui/foreign-text";
import type { DeskArticleListItem } from "@/lib/desk/articles/list";
import { Link } from "@/lib/next/navigation";

/** A row of the desk's article table. `changed.at` is when it was edited or archived, ISO 8601. */
export type ArticleRow = Pick<DeskArticleListItem, "slug" | "title" | "language" | "publisher" | "claims"> & {
  /** The language's name; undefined for an unknown language. */
  languageName: string | undefined;
  changed: { at: string; text: string };
};

const columns: DataColumn<ArticleRow>[] = [
  {
    id: "article",
    header: "article",
    accessorFn: ({ title }) => title,
    cell: ({ row }) => <TitleCell {...row.original} />,
  },
  {
    id: "publisher",
    header: "publisher",
    meta: { width: "lg:w-44 xl:w-52" },
    accessorFn: ({ publisher }) => publisher,
    cell: ({ row }) => <bdi>{row.original.publisher}</bdi>,
  },
  {
    id: "language",
    header: "language",
    meta: { width: "lg:w-32" },
    accessorFn: ({ languageName }) => languageName,
    cell: ({ row }) => row.original.languageName,
  },
  {
    id: "claims",
    header: "claims",
    meta: { width: "lg:w-28" },
    accessorFn: ({ claims }) => claims,
    cell: ({ row }) => <ClaimsCell {...row.original} />,
  },
];

const dateColumn = (id: "changed" | "archived"): DataColumn<ArticleRow> => ({
  id,
  header: id,
  meta: { width: "lg:w-34 xl:w-44" },
  sortDescFirst: true,
  accessorFn: ({ changed }) => changed.at,
  cell: ({ row }) => <time dateTime={row.original.changed.at}>{row.original.changed.text}</time>,
});

const currentColumns = [...columns, dateColumn("changed")];
const archivedColumns = [...columns, dateColumn("archived")];

type ArticleTableProps = { caption: string; rows: ArticleRow[]; isArchived: boolean; isWhole: boolean };

/** Articles, the latest edited first. `isWhole`: these are all articles. */
export function ArticleTable({ caption, rows, isArchived, isWhole }: ArticleTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={isArchived ? archivedColumns : currentColumns}
      rows={rows}
      rowId={slugOf}
      isWhole={isWhole}
      sorting={isArchived ? [] : latestFirst}
    />
  );
}

const slugOf = ({ slug }: ArticleRow) => slug;
const latestFirst = [{ id: "changed", desc: true }];

function TitleCell({ slug, title, language }: ArticleRow) {
  return (
    <Link
      href={`/desk/articles/${slug}`}
      prefetch={false}
      className="plain-link font-serif text-lg leading-snug text-ink"
    >
      <ForeignText language={language}>{title}</ForeignText>
    </Link>
  );
}

function ClaimsCell({ claims }: ArticleRow) {
  const t = useTranslations("deskArticles");
  return t("claims", { count: claims });
}
