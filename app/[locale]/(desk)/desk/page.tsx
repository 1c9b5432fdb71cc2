import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RealtimeUpdates } from "@/components/realtime/realtime-updates";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getDeskDate } from "@/lib/desk/auth/desk-date";
import { getQueue, getQueuePart } from "@/lib/desk/claims/queue";
import { queueQuerySchema } from "@/lib/desk/claims/queue-parts";
import { getLatestSequence } from "@/lib/desk/realtime/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { staffPage } from "../staff-page";
import { QueueOverview } from "./_parts/queue-overview";
import { QueuePartPage } from "./_parts/queue-part-page";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title: that of the queue, or of the part shown. */
export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const [t, { part }] = [await getTranslations("queue"), queueQuerySchema.parse(await searchParams)];
  return { title: part ? t(`parts.${part}`) : t("title") };
}

/** The desk's queue: the first claims of each part, or a page of one part. */
async function QueuePage({ params, searchParams }: PageProps) {
  const [{ locale }, query] = [await params, queueQuerySchema.parse(await searchParams)];
  const context = await deskContext("/desk");
  const [t, since] = [await getTranslations("queue"), await getLatestSequence(context)];
  if (query.part === null) notFound();
  const view = { locale, today: getDeskDate(context) };
  const { part } = query;
  if (part) {
    return (
      <>
        <RealtimeUpdates since={since} />
        <QueuePartPage part={part} page={await getQueuePart(context, { ...query, part })} {...view} />
      </>
    );
  }
  const addArticle = (
    <Link href="/desk/articles/new" className={buttonClass("primary")}>
      {t("addArticle")}
    </Link>
  );
  return (
    <>
      <RealtimeUpdates since={since} />
      <PageHeader title={t("title")} intro={t("intro")}>
        {addArticle}
      </PageHeader>
      <QueueOverview queue={await getQueue(context)} addArticle={addArticle} {...view} />
    </>
  );
}

export default staffPage(QueuePage);
