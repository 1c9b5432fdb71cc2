"use client";

import { useTranslations } from "next-intl";
import { ArchivedMark } from "@/components/claim/archived-mark";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { ForeignText } from "@/components/ui/foreign-text";
import { LongText } from "@/components/ui/long-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { QueueLine } from "@/lib/desk/claims/queue";
import type { InLanguage } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";
import type { Status } from "@/lib/record/vocabulary";

type Kept =
  | "slug"
  | "stage"
  | "assignee"
  | "evidence"
  | "proposedBy"
  | "released"
  | "draftDiffers"
  | "returned";

/** A claim of the queue as its table shows it. Dates are ISO 8601, with the words for them. */
export type QueueRow = Pick<QueueLine, Kept> & {
  claim: InLanguage;
  rating: Status | null;
  /** Whether the claim waits for somebody's work: else neither its priority nor its due date matters any more. */
  isOpen: boolean;
  priority: QueueLine["priority"];
  due: { on: string; words: string; isOverdue: boolean } | null;
  changed: { at: string; words: string };
  /** The places in the order of stages and of priorities. */
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
    cell: ({ row }) => <time dateTime={row.original.changed.at}>{row.original.changed.words}</time>,
  },
];

type QueueTableProps = { caption: string; rows: QueueRow[]; isWhole: boolean };

/** Claims of a part of the queue, each leading to its desk page. `isWhole`: the part has no more claims. */
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
      {stage === "archived" ? <ArchivedMark label={stages(stage)} /> : <span>{stages(stage)}</span>}
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
  if (!due?.isOverdue) return due?.words;
  return <strong className="text-danger">{t("overdue", { date: due.words })}</strong>;
}

function AssigneeCell({ assignee }: QueueRow) {
  const t = useTranslations("deskClaim");
  return assignee ? <bdi>{assignee}</bdi> : <span className="text-soft">{t("nobody")}</span>;
}

function EvidenceCell({ evidence }: QueueRow) {
  const t = useTranslations("queue");
  return t("evidence", { count: evidence });
}
