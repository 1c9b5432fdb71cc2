"use client";

import { useTranslations } from "next-intl";
import { ArchivedBadge } from "@/components/claim/archived-badge";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { ForeignText } from "@/components/ui/foreign-text";
import { LongText } from "@/components/ui/long-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { QueueListItem } from "@/lib/desk/claims/queue";
import type { TextInLanguage } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";
import type { Status } from "@/lib/record/vocabulary";

type SharedField =
  | "slug"
  | "stage"
  | "assignee"
  | "evidence"
  | "proposedBy"
  | "released"
  | "draftDiffers"
  | "returned";

/** A row of the queue's table. Dates are ISO 8601, with their formatted text. */
export type QueueRow = Pick<QueueListItem, SharedField> & {
  claim: TextInLanguage;
  rating: Status | null;
  /** Whether the claim needs work; else its priority and due date are not shown. */
  isOpen: boolean;
  priority: QueueListItem["priority"];
  due: { on: string; text: string; isOverdue: boolean } | null;
  changed: { at: string; text: string };
  /** The sort keys of stage and priority. */
  stageRank: number;
  priorityRank: number;
};

const columns: DataColumn<QueueRow>[] = [
  {
    id: "claim",
    header: "claim",
    accessorFn: ({ claim }) => claim.text,
    cell: ({ row }) => <ClaimCell {...row.original} />,
  },
  {
    id: "status",
    header: "status",
    meta: { width: "lg:w-36 xl:w-44", cell: "whole-line" },
    accessorFn: ({ stageRank }) => stageRank,
    cell: ({ row }) => <StatusCell {...row.original} />,
  },
  {
    id: "priority",
    header: "priority",
    meta: { width: "lg:w-22 xl:w-24" },
    sortDescFirst: true,
    accessorFn: ({ isOpen, priorityRank }) => (isOpen ? priorityRank : undefined),
    cell: ({ row }) => <PriorityCell {...row.original} />,
  },
  {
    id: "due",
    header: "due",
    meta: { width: "lg:w-26 xl:w-32" },
    sortDescFirst: false,
    accessorFn: ({ due }) => due?.on,
    cell: ({ row }) => <DueCell {...row.original} />,
  },
  {
    id: "assignee",
    header: "assignee",
    meta: { width: "lg:w-26 xl:w-34" },
    accessorFn: ({ assignee, isOpen }) => assignee ?? (isOpen ? "" : undefined),
    cell: ({ row }) => <AssigneeCell {...row.original} />,
  },
  {
    id: "evidence",
    header: "evidence",
    meta: { width: "lg:w-24 xl:w-26" },
    accessorFn: ({ evidence }) => evidence,
    cell: ({ row }) => <EvidenceCell {...row.original} />,
  },
  {
    id: "changed",
    header: "changed",
    meta: { width: "lg:w-26 xl:w-32" },
    sortDescFirst: true,
    accessorFn: ({ changed }) => changed.at,
    cell: ({ row }) => <time dateTime={row.original.changed.at}>{row.original.changed.text}</time>,
  },
];

type QueueTableProps = { caption: string; rows: QueueRow[]; isWhole: boolean };

/**
 * Claims of a part of the queue, each linked to its desk page. `isWhole`: these are all claims of the part.
 */
export function QueueTable({ caption, rows, isWhole }: QueueTableProps) {
  return <DataTable caption={caption} columns={columns} rows={rows} rowId={slugOf} isWhole={isWhole} />;
}

const slugOf = ({ slug }: QueueRow) => slug;

function ClaimCell({ slug, claim, returned, draftDiffers }: QueueRow) {
  const t = useTranslations("queue");
  return (
    <div className="grid gap-2">
      <Link
        href={`/desk/claims/${slug}`}
        prefetch={false}
        className="plain-link line-clamp-6 font-serif text-lg leading-snug text-ink"
      >
        <ForeignText language={claim.language}>{claim.text}</ForeignText>
      </Link>
      {draftDiffers && <p className="text-soft">{t("draftDiffers")}</p>}
      {returned && (
        <div className="border-s-4 border-context bg-context-wash px-4 py-2">
          <p className="font-semibold">{t("returned")}</p>
          <LongText length={returned.length}>
            <p dir="auto">{returned}</p>
          </LongText>
        </div>
      )}
    </div>
  );
}

function StatusCell({ stage, rating, released, proposedBy }: QueueRow) {
  const [t, stages, statuses] = [
    useTranslations("queue"),
    useTranslations("stage"),
    useTranslations("status"),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {stage === "archived" ? <ArchivedBadge label={stages(stage)} /> : <span>{stages(stage)}</span>}
      {rating && <StatusBadge status={rating} label={statuses(rating)} />}
      {released !== null && <span className="text-soft">{t(released ? "released" : "internal")}</span>}
      {proposedBy && <span className="text-soft">{t("proposedBy", { name: proposedBy })}</span>}
    </div>
  );
}

function PriorityCell({ priority }: QueueRow) {
  const t = useTranslations("deskClaim.priorities");
  if (priority === "normal") return <span className="text-soft">{t(priority)}</span>;
  return <span className="font-semibold">{t(priority)}</span>;
}

function DueCell({ due }: QueueRow) {
  const t = useTranslations("queue");
  if (!due?.isOverdue) return due?.text;
  return <strong className="text-danger">{t("overdue", { date: due.text })}</strong>;
}

function AssigneeCell({ assignee }: QueueRow) {
  const t = useTranslations("deskClaim");
  return assignee ? <bdi>{assignee}</bdi> : <span className="text-soft">{t("nobody")}</span>;
}

function EvidenceCell({ evidence }: QueueRow) {
  const t = useTranslations("queue");
  return t("evidence", { count: evidence });
}
