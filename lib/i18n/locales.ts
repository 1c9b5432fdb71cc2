/** The languages of the product's own screens; the first one has no prefix in addresses. */
export const localeIds = ["en", "ar"] as const;
export type LocaleId = (typeof localeIds)[number];
export const defaultLocale: LocaleId = "en";

/** What a page needs to know of its language. `format` is the BCP 47 tag for dates and numbers. */
export type Locale = { id: LocaleId; lang: string; dir: "ltr" | "rtl"; name: string; format: string };

export const locales: Record<LocaleId, Locale> = {
  en: { id: "en", lang: "en", dir: "ltr", name: "English", format: "en-GB" },
  ar: { id: "ar", lang: "ar", dir: "rtl", name: "العربية", format: "ar-u-nu-latn-ca-gregory" },
};

/** Whether the text names a language of the product's. */
export function isLocaleId(text: string): text is LocaleId {
  return (localeIds as readonly string[]).includes(text);
}
