/** The languages of the user interface; the first one has no prefix in URLs. */
export const localeIds = ["en", "ar"] as const;
export type LocaleId = (typeof localeIds)[number];
/** The locale without a prefix in URLs. */
export const defaultLocale: LocaleId = "en";

/** A locale of the user interface. `format` is the BCP 47 tag for dates and numbers. */
export type Locale = { id: LocaleId; lang: string; dir: "ltr" | "rtl"; name: string; format: string };

/** The locales by id. */
export const locales: Record<LocaleId, Locale> = {
  en: { id: "en", lang: "en", dir: "ltr", name: "English", format: "en-GB" },
  ar: { id: "ar", lang: "ar", dir: "rtl", name: "العربية", format: "ar-u-nu-latn-ca-gregory" },
};

/** Whether the text is the id of a locale. */
export function isLocaleId(text: string): text is LocaleId {
  return (localeIds as readonly string[]).includes(text);
}
