import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preloadFonts } from "@/app/fonts";
import { ErrorTextsProvider } from "@/components/ui/error-texts";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { routing } from "@/lib/next/routing";
import "@/app/globals.css";

// Pages read the database at request time; the build has none.
export const dynamic = "force-dynamic";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

/** The default metadata of every page. */
export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "meta" });
  return {
    metadataBase: new URL(env().BASE_URL),
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

/** The document in the reader's language and direction. */
export default async function LocaleLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  preloadFonts(locale);
  const { lang, dir } = locales[locale];
  const t = await getTranslations({ locale, namespace: "error" });
  return (
    // A script of readers' pages marks it for staff before hydration.
    <html lang={lang} dir={dir} suppressHydrationWarning>
      <body>
        {/* The only messages that every page sends to the browser. */}
        <ErrorTextsProvider
          texts={{ home: localPath("/", locale), title: t("title"), text: t("text"), retry: t("retry") }}
        >
          {children}
        </ErrorTextsProvider>
      </body>
    </html>
  );
}
