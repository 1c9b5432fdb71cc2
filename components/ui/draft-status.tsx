"use client";

import { useLocale, useTranslations } from "next-intl";
import { isLocaleId, locales } from "@/lib/i18n/locales";
import type { DraftStatus } from "./draft-keeper";

/** Whether what is typed is kept, and since when. Read aloud when that changes, and not each time it is kept anew. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const [t, locale] = [useTranslations("form.draft"), useLocale()];
  const kept = status && "keptAt" in status ? status.keptAt : null;
  const format = isLocaleId(locale) ? locales[locale].format : locale;
  return (
    <p className="text-sm text-soft">
      <span role="status">{status && ("unkept" in status ? t(status.unkept) : t("kept"))}</span>
      {kept && (
        <>
          {" "}
          <time dateTime={kept}>
            {new Intl.DateTimeFormat(format, { timeStyle: "short" }).format(new Date(kept))}
          </time>
        </>
      )}
    </p>
  );
}
