import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";

/** The canonical path of a page and those of its other languages, for Next's metadata. */
export function pageAlternates(href: string, locale: LocaleId) {
  const languages = Object.fromEntries(localeIds.map((id) => [id, localPath(href, id)]));
  return { canonical: localPath(href, locale), languages: { ...languages, "x-default": href } };
}
