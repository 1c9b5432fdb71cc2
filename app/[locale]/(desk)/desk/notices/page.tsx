import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listNotifications } from "@/lib/desk/notifications/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { staffPage } from "../../staff-page";
import { NotificationItem } from "./_parts/notification-item";
import { readAllAction } from "./actions";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** One's own notifications, newest first. */
async function NotificationsPage({ params, searchParams }: PageProps) {
  const [{ locale }, { before }] = [await params, await searchParams];
  const context = await deskContext("/desk/notices");
  const t = await getTranslations("notices");
  const { notifications, older } = await listNotifications(
    context,
    typeof before === "string" ? before : undefined,
  );
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} intro={t("intro")}>
        {notifications.some(({ read }) => !read) && (
          <ActionButton action={readAllAction} values={{}}>
            {t("readAll")}
          </ActionButton>
        )}
      </PageHeader>
      {notifications.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneHelp")}</p>
        </EmptyState>
      ) : (
        <ol className="grid">
          {notifications.map((notification) => (
            <NotificationItem key={notification.id} notification={notification} locale={locale} />
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

export default staffPage(NotificationsPage);
