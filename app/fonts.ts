import plex from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2";
import plexStrong from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2";
import plexArabic from "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2";
import plexArabicStrong from "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2";
import newsreader from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2";
import naskh from "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2";
import { preload } from "react-dom";
import type { LocaleId } from "@/lib/i18n/locales";

const latin = [plex, plexStrong, newsreader];
/** Digits, punctuation and spaces come from the Latin files, in Arabic too. */
const files: Record<LocaleId, string[]> = { en: latin, ar: [...latin, plexArabic, plexArabicStrong, naskh] };

/** Preloads the font files of pages in this language, so that they are there at the first paint. */
export function preloadFonts(locale: LocaleId): void {
  for (const file of files[locale])
    preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
