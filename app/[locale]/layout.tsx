import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preloadFonts } from "@/app/fonts";
import { ErrorWords } from "@/components/ui/error-words";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { routing } from "@/lib/next/routing";
import "@/app/globals.css";

// Every page reads the database when it is asked for; a build needs none.
export const dynamic = "force-dynamic";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

/** What every page's head says unless the page says otherwise. */
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
    // Readers' pages mark it for staff before React comes to it.
    <html lang={lang} dir={dir} suppressHydrationWarning>
      <body>
        {/* All that the browser is told in advance: the words of the page that is shown when another one fails. */}
        <ErrorWords
          words={{ home: localPath("/", locale), title: t("title"), text: t("text"), retry: t("retry") }}
        >
          {children}
        </ErrorWords>
      </body>
    </html>
  );
}
