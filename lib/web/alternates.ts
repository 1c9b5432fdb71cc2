import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { getPathname } from "@/lib/i18n/navigation";

/** The page's own address and those of its other languages, for search engines. */
export function pageAlternates(href: string, locale: LocaleId) {
  const languages = Object.fromEntries(localeIds.map((id) => [id, getPathname({ href, locale: id })]));
  return { canonical: getPathname({ href, locale }), languages: { ...languages, "x-default": href } };
}
