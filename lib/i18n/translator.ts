import { createTranslator } from "next-intl";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };
import type { LocaleId } from "./locales";

const catalogues: Record<LocaleId, { mail: typeof en.mail }> = { en, ar };

/** The words for mails in a language: what is written outside of a page has no request to take its language from. */
export function mailTranslator(locale: LocaleId) {
  return createTranslator({ locale, messages: catalogues[locale], namespace: "mail", timeZone: "UTC" });
}
