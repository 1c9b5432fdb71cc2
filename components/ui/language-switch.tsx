"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type LocaleId, localeIds, locales } from "@/lib/i18n/locales";
import { localPath, stripLocale } from "@/lib/i18n/paths";

/** Links to the same page and filters in the other languages, loading the whole page. */
export function LanguageSwitch({ locale }: { locale: string }) {
  const [pathname, search] = [stripLocale(usePathname()), useSearchParams().toString()];
  const others = localeIds.filter((id) => id !== locale);
  const href = (id: LocaleId) => `${localPath(pathname, id)}${search ? `?${search}` : ""}`;
  return others.map((id) => (
    <a
      key={id}
      href={href(id)}
      hrefLang={locales[id].lang}
      lang={locales[id].lang}
      dir={locales[id].dir}
      className="inline-flex min-h-10 items-center border border-rule-strong px-3 text-sm font-semibold text-ink no-underline hover:bg-wash [&:lang(ar)]:font-system"
    >
      {locales[id].name}
    </a>
  ));
}
