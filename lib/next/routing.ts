import { defineRouting } from "next-intl/routing";
import { defaultLocale, localeIds } from "@/lib/i18n/locales";

/** English at `/`, Arabic at `/ar`; the address alone decides, so that a shared link shows everybody the same. */
export const routing = defineRouting({
  locales: localeIds,
  defaultLocale,
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
});
