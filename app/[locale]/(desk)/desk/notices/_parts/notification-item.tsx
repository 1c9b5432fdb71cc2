import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { ArchivedBadge } from "@/components/claim/archived-badge";
import { ForeignText } from "@/components/ui/foreign-text";
import type { NotificationListItem } from "@/lib/desk/notifications/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { openNotificationAction } from "../actions";

/** A notification: who did what to which claim. Opening it marks it as read. */
export async function NotificationItem({
  notification,
  locale,
}: {
  notification: NotificationListItem;
  locale: LocaleId;
}) {
  const [t, stages] = [await getTranslations("notices"), await getTranslations("stage")];
  const { id, kind, by, comment, createdAt, read } = notification;
  const claim = pickText(notification.claim, locale);
  return (
    <li
      className={clsx(
        "grid gap-1 border-b border-s-4 border-b-rule px-4 py-4",
        read ? "border-s-transparent" : "border-s-accent bg-accent-wash",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        {!read && <strong className="text-accent">{t("unread")}</strong>}
        <span>{t.rich(`kinds.${kind}`, { name: () => <bdi className="font-semibold">{by}</bdi> })}</span>
        <time dateTime={createdAt.toISOString()} className="text-soft">
          {formatInstant(createdAt, locale)}
        </time>
        {notification.archived && <ArchivedBadge label={stages("archived")} />}
      </p>
      <form action={openNotificationAction}>
        <input type="hidden" name="notificationId" value={id} />
        <button
          type="submit"
          className="min-h-8 cursor-pointer text-start font-serif text-lg leading-snug underline underline-offset-4"
        >
          <ForeignText language={claim?.language ?? locale}>{claim?.text}</ForeignText>
        </button>
      </form>
      {comment && (
        <p dir="auto" className="line-clamp-3 max-w-3xl text-sm wrap-anywhere whitespace-pre-line text-soft">
          {comment}
        </p>
      )}
    </li>
  );
}
