import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/realtime/live-page";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { deskDay } from "@/lib/desk/auth/today";
import { getQueue, getQueuePart } from "@/lib/desk/claims/queue";
import { queueQuerySchema } from "@/lib/desk/claims/queue-parts";
import { latestSequence } from "@/lib/desk/realtime/queries";
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

/** The page's title: the queue's, or that of the part that is shown alone. */
export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const [t, { part }] = [await getTranslations("queue"), queueQuerySchema.parse(await searchParams)];
  return { title: part ? t(`parts.${part}`) : t("title") };
}

/** The desk's queue: the beginning of each part, or one part page by page. */
async function QueuePage({ params, searchParams }: PageProps) {
  const [{ locale }, query] = [await params, queueQuerySchema.parse(await searchParams)];
  const context = await deskContext("/desk");
  const [t, since] = [await getTranslations("queue"), await latestSequence(context)];
  if (query.part === null) notFound();
  const view = { locale, today: deskDay(context) };
  const { part } = query;
  if (part) {
    return (
      <>
        <LivePage since={since} />
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
      <LivePage since={since} />
      <PageHeader title={t("title")} intro={t("intro")}>
        {addArticle}
      </PageHeader>
      <QueueOverview queue={await getQueue(context)} addArticle={addArticle} {...view} />
    </>
  );
}

export default staffPage(QueuePage);
