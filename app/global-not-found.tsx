import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type LocaleId, locales } from "@/lib/i18n/locales";
import PublicLayout from "./[locale]/(public)/layout";
import NotFound from "./[locale]/(public)/not-found";
import { preloadFonts } from "./fonts";
import "./globals.css";

/** The page's title, in the language of the URL. */
export async function generateMetadata(): Promise<Metadata> {
  const [t, meta] = [await getTranslations("notFound"), await getTranslations("meta")];
  return { title: `${t("title")} · ${meta("name")}` };
}

/** The page for a URL without a route, rendered on the server in the language of the URL. */
export default async function GlobalNotFound() {
  const locale = (await getLocale()) as LocaleId;
  preloadFonts(locale);
  const { lang, dir } = locales[locale];
  return (
    <html lang={lang} dir={dir}>
      <body>
        <PublicLayout>
          <NotFound />
        </PublicLayout>
      </body>
    </html>
  );
}
