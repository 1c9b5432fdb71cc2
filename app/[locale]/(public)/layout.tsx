import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { PlainLink } from "@/components/ui/plain-link";
import { SiteFooter } from "@/components/ui/site-footer";
import { SiteHeader } from "@/components/ui/site-header";
import { staffVisibilityScript } from "@/lib/desk/auth/staff-cookie";
import type { LocaleId } from "@/lib/i18n/locales";

/** The layout of readers' pages. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, footer, locale] = [
    await getTranslations("nav"),
    await getTranslations("footer"),
    await getLocale(),
  ];
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant */}
      <script dangerouslySetInnerHTML={{ __html: staffVisibilityScript }} />
      <SiteHeader
        label={t("label")}
        skip={t("skip")}
        locale={locale as LocaleId}
        links={[
          { href: "/", label: t("claims"), under: "/claims" },
          { href: "/articles", label: t("articles") },
          { href: "/corrections", label: t("corrections") },
          { href: "/methodology", label: t("methodology") },
        ]}
      >
        <PlainLink href="/desk" className="plain-link ms-auto inline-flex min-h-10 items-center text-sm">
          {t("desk")}
        </PlainLink>
        <LanguageSwitch locale={locale} />
      </SiteHeader>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[92rem] px-4 py-8 outline-none sm:px-8">
        {children}
      </main>
      <SiteFooter
        label={footer("label")}
        about={footer("about")}
        links={[
          { href: "/api/v1/claims", label: footer("api") },
          { href: "/api/v1/verdicts.json", label: footer("export") },
          { href: "/api/v1/schema/verdicts.json", label: footer("schema") },
        ]}
      />
    </>
  );
}
