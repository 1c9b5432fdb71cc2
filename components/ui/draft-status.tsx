"use client";

import { useLocale, useTranslations } from "next-intl";
import { isLocaleId, locales } from "@/lib/i18n/locales";
import type { DraftStatus } from "./draft-autosave";

/**
 * Whether the draft is saved, and since when. Announced when it becomes saved or unsaved, not at each save.
 */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const [t, locale] = [useTranslations("form.draft"), useLocale()];
  const savedAt = status && "savedAt" in status ? status.savedAt : null;
  const format = isLocaleId(locale) ? locales[locale].format : locale;
  return (
    <p className="text-sm text-soft">
      <span role="status">{status && ("unsaved" in status ? t(status.unsaved) : t("saved"))}</span>
      {savedAt && (
        <>
          {" "}
          <time dateTime={savedAt}>
            {new Intl.DateTimeFormat(format, { timeStyle: "short" }).format(new Date(savedAt))}
          </time>
        </>
      )}
    </p>
  );
}
