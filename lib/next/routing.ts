import { defineRouting } from "next-intl/routing";
import { defaultLocale, localeIds } from "@/lib/i18n/locales";

/**
 * English at `/`, Arabic at `/ar`. Only the URL determines the language, so that a shared link shows the same
 * to everybody.
 */
export const routing = defineRouting({
  locales: localeIds,
  defaultLocale,
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
});
