import type { QueueLine } from "@/lib/desk/claims/queue";
import { priorities, type Stage, stages } from "@/lib/desk/claims/schema";
import { formatInstant, formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { statusSchema } from "@/lib/record/vocabulary";
import { type QueueRow, QueueTable } from "./queue-table";

type QueueListProps = {
  /** Of the part that the claims are in. */
  title: string;
  lines: QueueLine[];
  /** Whether the part has no more claims than these. */
  isWhole: boolean;
  locale: LocaleId;
  /** The ISO 8601 date that due dates are held against. */
  today: string;
};

/** Claims of the queue as a table, each leading to its desk page. */
export function QueueList({ title, lines, isWhole, locale, today }: QueueListProps) {
  const rows = lines.map((line) => queueRow(line, locale, today));
  return <QueueTable caption={title} rows={rows} isWhole={isWhole} />;
}

/** Where a claim wants somebody to work on it. */
const openStages = new Set<Stage>(["inbox", "assigned", "in_review", "proposed"]);

// Dates are put into words here, as a browser may write them in another way than the server.
function queueRow(line: QueueLine, locale: LocaleId, today: string): QueueRow {
  const { text, rating, dueOn, updatedAt, ...rest } = line;
  const isOpen = openStages.has(line.stage);
  return {
    ...rest,
    claim: pick(text, locale) ?? { text: line.slug, language: "en" },
    rating: statusSchema.safeParse(rating).data ?? null,
    isOpen,
    due:
      dueOn !== null && isOpen
        ? { on: dueOn, words: formatShortDay(dueOn, locale), isOverdue: dueOn < today }
        : null,
    changed: { at: updatedAt.toISOString(), words: formatInstant(updatedAt, locale) },
    stageRank: stages.indexOf(line.stage),
    priorityRank: priorities.indexOf(line.priority),
  };
}
