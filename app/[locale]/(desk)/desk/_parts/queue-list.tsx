import type { QueueListItem } from "@/lib/desk/claims/queue";
import { priorities, type Stage, stages } from "@/lib/desk/claims/schema";
import { formatInstant, formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { statusSchema } from "@/lib/record/vocabulary";
import { type QueueRow, QueueTable } from "./queue-table";

type QueueListProps = {
  /** The title of the part of the queue. */
  title: string;
  lines: QueueListItem[];
  /** Whether these are all claims of the part. */
  isWhole: boolean;
  locale: LocaleId;
  /** Today's date at the desk, ISO 8601, to tell overdue claims. */
  today: string;
};

/** Claims of the queue as a table, each linked to its desk page. */
export function QueueList({ title, lines, isWhole, locale, today }: QueueListProps) {
  const rows = lines.map((line) => queueRow(line, locale, today));
  return <QueueTable caption={title} rows={rows} isWhole={isWhole} />;
}

/** The stages in which a claim needs work. */
const openStages = new Set<Stage>(["inbox", "assigned", "in_review", "proposed"]);

// Formats dates on the server: a browser may format them differently.
function queueRow(line: QueueListItem, locale: LocaleId, today: string): QueueRow {
  const { text, rating, dueOn, updatedAt, ...rest } = line;
  const isOpen = openStages.has(line.stage);
  return {
    ...rest,
    claim: pickText(text, locale) ?? { text: line.slug, language: "en" },
    rating: statusSchema.safeParse(rating).data ?? null,
    isOpen,
    due:
      dueOn !== null && isOpen
        ? { on: dueOn, text: formatShortDay(dueOn, locale), isOverdue: dueOn < today }
        : null,
    changed: { at: updatedAt.toISOString(), text: formatInstant(updatedAt, locale) },
    stageRank: stages.indexOf(line.stage),
    priorityRank: priorities.indexOf(line.priority),
  };
}
