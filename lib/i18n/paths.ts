import { defaultLocale, type LocaleId, localeIds } from "./locales";

/**
 * Returns a path of the app ("/claims/a?x=y") with the prefix of its locale; the default one has none.
 * Replaces next-intl's function, which would load its message formatter in the browser.
 */
export function localPath(href: string, locale: LocaleId): string {
  if (locale === defaultLocale) return href;
  return `/${locale}${href === "/" || href.startsWith("/?") ? href.slice(1) : href}`;
}

/** Returns a path without its locale prefix. */
export function stripLocale(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  return localeIds.some((id) => id === first) ? `/${rest.join("/")}` : path;
}
