import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/claim-table/pager";
import { PageHeader } from "@/components/ui/page-header";
import type { QueuePage } from "@/lib/desk/claims/queue";
import type { QueuePart } from "@/lib/desk/claims/queue-parts";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { Link } from "@/lib/next/navigation";
import { QueueList } from "./queue-list";

/** `today` is the date at the desk, ISO 8601. */
type QueuePartPageProps = { part: QueuePart; page: QueuePage; locale: LocaleId; today: string };

/** A page of one part of the queue. */
export async function QueuePartPage({ part, page, locale, today }: QueuePartPageProps) {
  const t = await getTranslations("queue");
  const title = t(`parts.${part}`);
  const { lines, count, first, previous, next } = page;
  const pageLink = (name: "previous" | "next", query: string | null) =>
    query ? { href: localPath(`/desk?part=${part}&${query}`, locale), label: t(name) } : null;
  return (
    <>
      <p className="pb-4 text-sm">
        <Link href="/desk">{t("toQueue")}</Link>
      </p>
      <PageHeader
        title={title}
        intro={
          count > lines.length && lines.length > 0
            ? t("range", { first, last: first + lines.length - 1, count })
            : t("count", { count })
        }
      />
      {lines.length > 0 && (
        <QueueList
          title={title}
          lines={lines}
          isWhole={previous === null && next === null}
          locale={locale}
          today={today}
        />
      )}
      {lines.length === 0 && (
        <p className="text-soft">
          {count === 0 ? (
            t(`empty.${part}`)
          ) : (
            <Link href={`/desk?part=${part}`}>{t("fromTheBeginning")}</Link>
          )}
        </p>
      )}
      <Pager
        label={t("pages", { part: title })}
        previous={pageLink("previous", previous && `before=${previous}`)}
        next={pageLink("next", next && `after=${next}`)}
      />
    </>
  );
}
