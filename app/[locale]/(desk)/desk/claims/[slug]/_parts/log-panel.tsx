import { getTranslations } from "next-intl/server";
import type { EventLine } from "@/lib/audit/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";

/** What happened to the claim, newest first: who, when, what. */
export async function LogPanel({ events, locale }: { events: EventLine[]; locale: LocaleId }) {
  const t = await getTranslations("log");
  return (
    <ol className="grid gap-2 text-sm" reversed>
      {events.map(({ at, actorName, action }) => (
        <li key={`${at.getTime()}-${action}`} className="flex flex-wrap gap-x-2">
          <time dateTime={at.toISOString()} className="text-soft">
            {formatInstant(at, locale)}
          </time>
          <bdi>{actorName}</bdi>
          <span>{t.has(action) ? t(action) : action}</span>
        </li>
      ))}
    </ol>
  );
}
