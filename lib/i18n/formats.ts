import { nameOfLanguage, UNKNOWN_LANGUAGE } from "@/lib/text/languages";
import { partialDateParts } from "@/lib/text/partial-date";
import { type LocaleId, locales } from "./locales";

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<LocaleId, Intl.NumberFormat>();

/** Returns a cached format, as creating one is slow. */
function dateFormat(locale: LocaleId, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format =
    dateFormats.get(key) ?? new Intl.DateTimeFormat(locales[locale].format, { ...options, timeZone: "UTC" });
  dateFormats.set(key, format);
  return format;
}

/** Formats a day or an instant as a long date: 12 April 2025. Instants are in UTC. */
export function formatDay(date: Date | string, locale: LocaleId): string {
  return dateFormat(locale, { dateStyle: "long" }).format(new Date(date));
}

/** As {@link formatDay}, for narrow columns: 12 Apr 2025. */
export function formatShortDay(date: Date | string, locale: LocaleId): string {
  return dateFormat(locale, { year: "numeric", month: "short", day: "numeric" }).format(new Date(date));
}

/** Formats an instant with its time of day, in UTC. */
export function formatInstant(date: Date | string, locale: LocaleId): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(date));
}

/** Formats a partial date at its precision: 2025, April 2025 or 12 April 2025. */
export function formatPartialDate(text: string, locale: LocaleId): string {
  const { year, month, day } = partialDateParts(text);
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return dateFormat(locale, {
    year: "numeric",
    month: month === undefined ? undefined : "long",
    day: day === undefined ? undefined : "numeric",
  }).format(date);
}

/** Formats a number with grouping: 1,234. */
export function formatNumber(number: number, locale: LocaleId): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locales[locale].format);
  numberFormats.set(locale, format);
  return format.format(number);
}

/**
 * Returns the name of a language in the locale: Arabic, العربية. Empty for `und`; an invalid tag is returned
 * unchanged.
 */
export function languageName(tag: string, locale: LocaleId): string {
  if (tag.split("-")[0] === UNKNOWN_LANGUAGE) return "";
  return nameOfLanguage(tag, locales[locale].format) ?? tag;
}
