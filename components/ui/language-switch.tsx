"use client";

import { useSearchParams } from "next/navigation";
import { type LocaleId, localeIds, locales } from "@/lib/i18n/locales";
import { getPathname, usePathname } from "@/lib/i18n/navigation";

/** The same page, with its filters, in the other language. A plain link: the whole document changes its direction. */
export function LanguageSwitch({ locale }: { locale: string }) {
  const [pathname, search] = [usePathname(), useSearchParams().toString()];
  const others = localeIds.filter((id) => id !== locale);
  const href = (id: LocaleId) =>
    `${getPathname({ href: pathname, locale: id })}${search ? `?${search}` : ""}`;
  return others.map((id) => (
    <a
      key={id}
      href={href(id)}
      hrefLang={locales[id].lang}
      lang={locales[id].lang}
      dir={locales[id].dir}
      className="inline-flex min-h-10 items-center border border-rule-strong px-3 text-sm font-semibold text-ink no-underline hover:bg-wash"
    >
      {locales[id].name}
    </a>
  ));
}
