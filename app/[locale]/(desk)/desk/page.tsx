import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getQueue, queueLength } from "@/lib/claims/queue";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { latestSequence } from "@/lib/live/queries";
import { deskContext } from "@/lib/web/desk-page";
import { staffPage } from "../staff-page";
import { QueueList } from "./_parts/queue-list";

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

/** The desk's queue: what waits for me first, then every stage in the order of the work. */
async function QueuePage({ params }: PageProps) {
  const [{ locale }, context] = [await params, await deskContext("/desk")];
  const since = await latestSequence(context);
  const [t, queue] = [await getTranslations("queue"), await getQueue(context)];
  const addArticle = (
    <Link href="/desk/articles/new" className={buttonClass("primary")}>
      {t("addArticle")}
    </Link>
  );
  const parts = ["inbox", "inReview", "proposed", "published", "archived"] as const;
  const nothing = parts.every((part) => queue[part].length === 0);
  return (
    <>
      <LivePage since={since} />
      <PageHeader title={t("title")} intro={t("intro")}>
        {addArticle}
      </PageHeader>
      {nothing ? (
        <EmptyState title={t("nothing")}>
          <p>{t("nothingHelp")}</p>
          {addArticle}
        </EmptyState>
      ) : (
        <div className="grid gap-10">
          {(["waiting", ...parts] as const).map((part) => (
            <Section
              key={part}
              id={part}
              title={t(`parts.${part}`)}
              aside={<p className="text-sm text-soft">{t("count", { count: queue[part].length })}</p>}
            >
              {queue[part].length === 0 ? (
                <p className="text-soft">{t(`empty.${part}`)}</p>
              ) : (
                <QueueList
                  lines={queue[part]}
                  locale={locale}
                  showStage={part === "waiting" || part === "inbox"}
                  today={context.now().toISOString().slice(0, 10)}
                />
              )}
              {queue[part].length === queueLength && (
                <p className="text-sm text-soft">{t("longer", { count: queueLength })}</p>
              )}
            </Section>
          ))}
        </div>
      )}
    </>
  );
}

export default staffPage(QueuePage);
