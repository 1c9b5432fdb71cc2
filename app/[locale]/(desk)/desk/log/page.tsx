import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/claim-table/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listEventChoices, searchEvents } from "@/lib/desk/audit/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { staffPage } from "../../staff-page";
import { EventList } from "../_parts/event-list";
import { LogFilters } from "./_parts/log-filters";
import { logSearch, readLogQuery } from "./_parts/log-query";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventLog"))("title") };
}

/** The audit log, for admins. */
async function LogPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const { query, ignored } = readLogQuery(await searchParams);
  const context = await deskContext(`/desk/log${logSearch(query)}`, "event.read");
  const [t, choices, page] = await Promise.all([
    getTranslations("eventLog"),
    listEventChoices(context),
    searchEvents(context, query),
  ]);
  const search = logSearch(query);
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")}>
        <a href={`/api/v1/events.ndjson${search}`} download="events.ndjson" className={buttonClass()}>
          {t("export")}
        </a>
      </PageHeader>
      <div className="grid gap-6">
        <LogFilters query={query} choices={choices} locale={locale} />
        {ignored.length > 0 && (
          <Notice tone="warning" title={t("ignoredTitle")}>
            <p>{t("ignored", { names: ignored.join(", ") })}</p>
          </Notice>
        )}
        {page.events.length === 0 ? (
          <EmptyState title={t("empty")}>
            <Link href="/desk/log" prefetch={false}>
              {t("all")}
            </Link>
          </EmptyState>
        ) : (
          <EventList
            events={page.events}
            names={page.names}
            locale={locale}
            isWhole={query.after === undefined && page.older === null}
            withSubject
          />
        )}
        <Pager
          label={t("pages")}
          previous={
            query.after === undefined
              ? null
              : { href: localPath(`/desk/log${search}`, locale), label: t("newest") }
          }
          next={
            page.older
              ? { href: localPath(`/desk/log${logSearch(query, page.older)}`, locale), label: t("older") }
              : null
          }
        />
      </div>
    </>
  );
}

export default staffPage(LogPage);
