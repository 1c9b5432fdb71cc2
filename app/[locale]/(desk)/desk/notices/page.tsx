import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listNotices } from "@/lib/desk/notifications/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { staffPage } from "../../staff-page";
import { NoticeItem } from "./_parts/notice-item";
import { readAllAction } from "./actions";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** What others did that concerns me, newest first. */
async function NoticesPage({ params, searchParams }: PageProps) {
  const [{ locale }, { before }] = [await params, await searchParams];
  const context = await deskContext("/desk/notices");
  const t = await getTranslations("notices");
  const { notices, older } = await listNotices(context, typeof before === "string" ? before : undefined);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} intro={t("intro")}>
        {notices.some(({ read }) => !read) && (
          <ActionButton action={readAllAction} values={{}}>
            {t("readAll")}
          </ActionButton>
        )}
      </PageHeader>
      {notices.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneHelp")}</p>
        </EmptyState>
      ) : (
        <ol className="grid">
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} locale={locale} />
          ))}
        </ol>
      )}
      {older && (
        <p className="pt-6">
          <Link href={{ pathname: "/desk/notices", query: { before: older } }} className={buttonClass()}>
            {t("older")}
          </Link>
        </p>
      )}
    </div>
  );
}

export default staffPage(NoticesPage);
