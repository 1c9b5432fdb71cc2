import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { SiteHeader } from "@/components/ui/site-header";
import { type Actor, isAllowed } from "@/lib/desk/auth/permissions";
import { countUnreadNotifications } from "@/lib/desk/notifications/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { requestContext, requestSession } from "@/lib/next/context";
import { clientMessages } from "./client-messages";
import { NotificationBell } from "./notification-bell";
import { PersonMenu } from "./person-menu";
import { RecordAlarm } from "./record-alarm";

/** Search engines must not index the desk. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The layout of the desk's pages. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [session, locale, messages] = [await requestSession(), await getLocale(), await getMessages()];
  const staff = session && isAllowed(session.actor.role, "desk.read") ? session.actor.id : null;
  const [t, nav] = [await getTranslations("deskNav"), await getTranslations("nav")];
  return (
    <NextIntlClientProvider messages={clientMessages(messages)}>
      <SiteHeader
        label={t("label")}
        skip={nav("skip")}
        links={await deskLinks(session?.actor ?? null)}
        locale={locale as LocaleId}
        usesRouter
      >
        {staff && <NotificationBell unread={await countUnreadNotifications(await requestContext())} />}
        {session && <PersonMenu actor={session.actor} />}
        <LanguageSwitch locale={locale} />
      </SiteHeader>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[92rem] px-4 py-8 outline-none sm:px-8">
        {staff && <RecordAlarm locale={locale as LocaleId} />}
        {staff ? (
          <RealtimeProvider key={staff} actor={staff}>
            {children}
          </RealtimeProvider>
        ) : (
          children
        )}
      </main>
    </NextIntlClientProvider>
  );
}

async function deskLinks(actor: Actor | null) {
  const t = await getTranslations("deskNav");
  const site = { href: "/", label: t("publicSite") };
  if (!actor || !isAllowed(actor.role, "desk.read")) return [site];
  return [
    { href: "/desk", label: t("queue"), under: "/desk/claims" },
    { href: "/desk/articles", label: t("articles") },
    ...(isAllowed(actor.role, "claimant.manage")
      ? [
          { href: "/desk/claimants", label: t("claimants") },
          { href: "/desk/topics", label: t("topics") },
        ]
      : []),
    ...(isAllowed(actor.role, "person.manage") ? [{ href: "/desk/people", label: t("people") }] : []),
    ...(isAllowed(actor.role, "event.read") ? [{ href: "/desk/log", label: t("log") }] : []),
    site,
  ];
}
