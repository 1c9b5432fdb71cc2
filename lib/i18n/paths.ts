import { defaultLocale, type LocaleId, localeIds } from "./locales";

/**
 * An address of ours ("/claims/a?x=y") as it is called in a language: the first one has no prefix. The library's own
 * would bring the formatter of messages into every reader's browser.
 */
export function localPath(href: string, locale: LocaleId): string {
  if (locale === defaultLocale) return href;
  return `/${locale}${href === "/" || href.startsWith("/?") ? href.slice(1) : href}`;
}

/** A path without the language that it may begin with. */
export function barePath(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  return localeIds.some((id) => id === first) ? `/${rest.join("/")}` : path;
}
