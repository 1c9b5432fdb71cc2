"use client";

import { useLocale, useTranslations } from "next-intl";
import { isLocaleId, locales } from "@/lib/i18n/locales";
import { useRealtime } from "./realtime-context";

/** The other people who have this claim's page open. Its line is reserved while there are none. */
export function PresenceList() {
  const [t, locale] = [useTranslations("realtime"), useLocale()];
  const { present } = useRealtime();
  const list = new Intl.ListFormat(locales[isLocaleId(locale) ? locale : "en"].format);
  const names = list.formatToParts(present.map(({ name }) => name)).map(({ type, value }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    type === "element" ? <bdi key={index}>{value}</bdi> : value,
  );
  return (
    <p role="status" className="min-h-[1lh] text-sm text-soft">
      {present.length > 0 && t.rich("alsoHere", { names: () => names })}
    </p>
  );
}
