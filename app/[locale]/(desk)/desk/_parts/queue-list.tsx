import { getTranslations } from "next-intl/server";
import { ArchivedMark } from "@/components/claim/archived-mark";
import { ForeignText } from "@/components/ui/foreign-text";
import { LongText } from "@/components/ui/long-text";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { QueueLine } from "@/lib/claims/queue";
import type { QueuePart } from "@/lib/claims/queue-parts";
import type { Stage } from "@/lib/claims/schema";
import { formatInstant, formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { Link } from "@/lib/i18n/navigation";
import { statusSchema } from "@/lib/verdicts/schema";

/** `today` is the ISO 8601 date that due dates are held against. */
type QueueListProps = { lines: QueueLine[]; part: QueuePart; locale: LocaleId; today: string };

/** Claims of the queue, each leading to its desk page. */
export function QueueList({ lines, ...rest }: QueueListProps) {
  return (
    <ul className="grid">
      {lines.map((line) => (
        <li key={line.slug} className="grid gap-2 border-b border-rule py-4 first:pt-0 last:border-b-0">
          <QueueItem line={line} {...rest} />
        </li>
      ))}
    </ul>
  );
}

/** The parts whose claims are at several stages. */
const mixed = new Set<QueuePart>(["waiting", "inbox"]);

/** Where a claim wants somebody to work on it. */
const working = new Set<Stage>(["inbox", "assigned", "in_review", "proposed"]);

type QueueItemProps = Omit<QueueListProps, "lines"> & { line: QueueLine };

async function QueueItem({ line, part, locale, today }: QueueItemProps) {
  const [t, stages, statuses] = [
    await getTranslations("queue"),
    await getTranslations("stage"),
    await getTranslations("status"),
  ];
  const claim = pick(line.text, locale) ?? { text: line.slug, language: "en" };
  const rating = statusSchema.safeParse(line.rating).data;
  const overdue = line.dueOn !== null && working.has(line.stage) && line.dueOn < today;
  const facts = [
    line.priority !== "normal" && working.has(line.stage) && t(`priorities.${line.priority}`),
    line.dueOn &&
      working.has(line.stage) &&
      t(overdue ? "overdue" : "dueOn", { date: formatShortDay(line.dueOn, locale) }),
    mixed.has(part) && stages(line.stage),
    line.assignee ? t("assignee", { name: line.assignee }) : working.has(line.stage) && t("nobody"),
    line.released !== null && t(line.released ? "released" : "internal"),
    t("evidence", { count: line.evidence }),
    line.proposedBy && t("proposedBy", { name: line.proposedBy }),
    line.draftDiffers && t("draftDiffers"),
    t("updated", { date: formatInstant(line.updatedAt, locale) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <>
      <Link
        href={`/desk/claims/${line.slug}`}
        prefetch={false}
        className="plain-link line-clamp-6 max-w-4xl font-serif text-lg leading-snug text-ink"
      >
        <ForeignText language={claim.language}>{claim.text}</ForeignText>
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        {line.stage === "archived" && <ArchivedMark label={stages("archived")} />}
        {rating && <StatusBadge status={rating} label={statuses(rating)} />}
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      {line.returned && (
        <div className="border-s-4 border-context bg-context-wash px-4 py-2 text-sm">
          <p className="font-semibold">{t("returned")}</p>
          <LongText length={line.returned.length}>
            <p dir="auto">{line.returned}</p>
          </LongText>
        </div>
      )}
    </>
  );
}
