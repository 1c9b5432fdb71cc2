"use client";

import { useLocale, useTranslations } from "next-intl";
import { isLocaleId, locales } from "@/lib/i18n/locales";
import { useLive } from "./live-context";

/** Who else has this claim's page open. Its line is there also while nobody is, so that nothing moves. */
export function PresentPeople() {
  const [t, locale] = [useTranslations("live"), useLocale()];
  const { present } = useLive();
  const list = new Intl.ListFormat(locales[isLocaleId(locale) ? locale : "en"].format);
  const names = list.formatToParts(present.map(({ name }) => name)).map(({ type, value }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    type === "element" ? <bdi key={place}>{value}</bdi> : value,
  );
  return (
    <p role="status" className="min-h-[1lh] text-sm text-soft">
      {present.length > 0 && t.rich("alsoHere", { names: () => names })}
    </p>
  );
}
