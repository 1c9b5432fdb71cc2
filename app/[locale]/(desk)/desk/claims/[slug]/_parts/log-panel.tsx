import { getTranslations } from "next-intl/server";
import type { EventPage } from "@/lib/desk/audit/queries";
import { type Actor, isAllowed } from "@/lib/desk/auth/permissions";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { EventList } from "../../../_parts/event-list";

type LogPanelProps = { slug: string; page: EventPage; isNewest: boolean; actor: Actor; locale: LocaleId };

/** The claim's events of the audit log, newest first. */
export async function LogPanel({ slug, page, isNewest, actor, locale }: LogPanelProps) {
  const t = await getTranslations("eventLog");
  return (
    <div className="grid gap-3">
      <EventList
        events={page.events}
        names={page.names}
        locale={locale}
        isWhole={isNewest && page.older === null}
      />
      <p className="flex flex-wrap gap-x-5 text-sm empty:hidden">
        {!isNewest && (
          <Link href={`/desk/claims/${slug}#log`} prefetch={false}>
            {t("newest")}
          </Link>
        )}
        {page.older && (
          <Link href={`/desk/claims/${slug}?log=${page.older}#log`} prefetch={false}>
            {t("older")}
          </Link>
        )}
        {isAllowed(actor.role, "event.read") && (
          <Link href={`/desk/log?q=${encodeURIComponent(slug)}`} prefetch={false}>
            {t("inLog")}
          </Link>
        )}
      </p>
    </div>
  );
}
