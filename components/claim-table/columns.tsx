import type { ReactNode } from "react";
import { HighlightedText } from "@/components/ui/highlighted-text";
import { MixedText } from "@/components/ui/mixed-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { ClaimQuery, SortKey } from "@/lib/public/claims/filters";
import type { ClaimSummary, RowMatches, RowTexts } from "@/lib/public/projection/document";
import { rowTexts } from "@/lib/public/projection/document";
import { nextSort, tableHref } from "./address";
import type { ClaimColumn } from "./claim-table";
import { HiddenMatchText } from "./hidden-match";
import { SortLink } from "./sort-link";

/** A row of the table: the claim, its texts in the reader's language, and the search matches in them. */
export type ClaimRow = { claim: ClaimSummary; texts: RowTexts; matches: RowMatches };

const NO_MATCHES: RowMatches = { claim: [], claimant: [], publisher: [], hiddenMatch: null };

/** Returns the row of a claim. */
export function claimRow(claim: ClaimSummary, locale: LocaleId, matches: RowMatches = NO_MATCHES): ClaimRow {
  return { claim, texts: rowTexts(claim, locale), matches };
}

type ColumnOptions = Pick<ClaimColumn<ClaimRow>, "cell" | "meta"> & {
  accessorFn: (row: ClaimRow) => unknown;
};

/** Returns the columns. Without a query their headings do not sort. */
export function claimColumns(query: ClaimQuery | null, locale: LocaleId): ClaimColumn<ClaimRow>[] {
  const t = translator(locale, "table");
  const column = (id: SortKey, { meta, ...rest }: ColumnOptions): ClaimColumn<ClaimRow> => ({
    id,
    meta,
    header: ({ column }) => (
      <SortLink
        label={meta.label}
        href={query && sortHref(query, id, locale)}
        hint={t("sortBy", { column: meta.label })}
        sorted={column.getIsSorted()}
      />
    ),
    ...rest,
  });
  return [
    column("claim", {
      meta: { label: t("columns.claim"), role: "row-heading" },
      accessorFn: ({ texts }) => texts.claim,
      cell: ({ row }) => <ClaimCell {...row.original} locale={locale} />,
    }),
    column("claimant", {
      meta: { label: t("columns.claimant"), width: "lg:w-34 xl:w-38" },
      accessorFn: ({ texts }) => texts.claimant,
      cell: ({ row: { original } }) => <ClaimantCell {...original} />,
    }),
    column("publisher", {
      meta: { label: t("columns.source"), width: "lg:w-28 xl:w-30" },
      accessorFn: ({ texts }) => texts.publisher,
      cell: ({ row: { original } }) => <PublisherCell {...original} />,
    }),
    column("rating", {
      meta: { label: t("columns.status"), width: "lg:w-41", role: "badge" },
      accessorFn: ({ claim }) => claim.status,
      cell: ({ row: { original } }) => <StatusCell {...original} locale={locale} />,
    }),
    column("evidence", {
      meta: { label: t("columns.evidence"), width: "lg:w-25" },
      accessorFn: ({ claim }) => claim.evidenceCount,
      cell: ({ row: { original } }) => <EvidenceCell {...original} locale={locale} />,
    }),
    column("updated", {
      meta: { label: t("columns.updated"), width: "lg:w-29" },
      accessorFn: ({ claim }) => claim.updatedAt,
      cell: ({ row: { original } }) => <UpdatedCell {...original} locale={locale} />,
    }),
  ];
}

function sortHref(query: ClaimQuery, key: SortKey, locale: LocaleId): string {
  const sort = nextSort(query.sort, key);
  return localPath(tableHref({ ...query, after: undefined, before: undefined, sort }), locale);
}

type CellProps = ClaimRow & { locale: LocaleId };

function ClaimCell({ claim: { slug }, texts, matches, locale }: CellProps) {
  return (
    <>
      <a href={localPath(`/claims/${slug}`, locale)} className="plain-link claim-link font-serif">
        <HighlightedText {...texts.claim} ranges={matches.claim} />
      </a>
      {matches.hiddenMatch && <HiddenMatchText {...matches.hiddenMatch} locale={locale} />}
    </>
  );
}

function ClaimantCell({ texts: { claimant }, matches }: ClaimRow) {
  return (
    claimant && (
      <Name>
        <HighlightedText {...claimant} ranges={matches.claimant} />
      </Name>
    )
  );
}

function PublisherCell({ texts: { publisher }, matches }: ClaimRow) {
  return (
    publisher && (
      <Name>
        <bdi>
          <MixedText text={publisher.text} direction="ltr" highlights={matches.publisher} />
        </bdi>
      </Name>
    )
  );
}

/** A name of a few lines at most. The block has the direction of the page, so that a name of the other script is aligned too. */
function Name({ children }: { children: ReactNode }) {
  return <span className="claim-name">{children}</span>;
}

function StatusCell({ claim: { status }, locale }: CellProps) {
  return <StatusBadge status={status} label={translator(locale, "status")(status)} />;
}

function EvidenceCell({ claim: { evidenceCount }, locale }: CellProps) {
  if (evidenceCount > 0) return formatEvidenceCount(evidenceCount, locale);
  return <span className="text-soft">{translator(locale, "table")("noEvidence")}</span>;
}

function UpdatedCell({ claim: { updatedAt }, locale }: CellProps) {
  return (
    <time dateTime={updatedAt} className="whitespace-nowrap">
      {formatShortDay(updatedAt, locale)}
    </time>
  );
}

const evidenceCounts = new Map<string, string>();

/** Cached: a page repeats the same few counts. */
function formatEvidenceCount(count: number, locale: LocaleId): string {
  const key = `${locale} ${count}`;
  const text = evidenceCounts.get(key) ?? translator(locale, "table")("evidenceCount", { count });
  evidenceCounts.set(key, text);
  return text;
}
