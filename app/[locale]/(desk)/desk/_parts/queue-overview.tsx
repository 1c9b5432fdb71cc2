import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Queue } from "@/lib/desk/claims/queue";
import { queueParts } from "@/lib/desk/claims/queue-parts";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { QueueList } from "./queue-list";

/** `today` is the date at the desk, ISO 8601. */
type QueueOverviewProps = { queue: Queue; addArticle: ReactNode; locale: LocaleId; today: string };

/** The first claims of each part of the queue, with its count and a link to all of them. */
export async function QueueOverview({ queue, addArticle, locale, today }: QueueOverviewProps) {
  const t = await getTranslations("queue");
  if (queueParts.every((part) => queue.counts[part] === 0)) {
    return (
      <EmptyState title={t("nothing")}>
        <p>{t("nothingHelp")}</p>
        {addArticle}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-10">
      {queueParts.map((part) => {
        const count = queue.counts[part];
        return (
          <Section
            key={part}
            id={part}
            title={t(`parts.${part}`)}
            aside={<p className="text-sm text-soft">{t("count", { count })}</p>}
          >
            {count === 0 ? (
              <p className="text-soft">{t(`empty.${part}`)}</p>
            ) : (
              <QueueList
                title={t(`parts.${part}`)}
                lines={queue[part]}
                isWhole={count === queue[part].length}
                locale={locale}
                today={today}
              />
            )}
            {count > queue[part].length && (
              <p>
                <Link
                  href={`/desk?part=${part}`}
                  prefetch={false}
                  aria-label={t("allOf", { count, part: t(`parts.${part}`) })}
                  className="font-semibold"
                >
                  {t("all", { count })}
                </Link>
              </p>
            )}
          </Section>
        );
      })}
    </div>
  );
}
