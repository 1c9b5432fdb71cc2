import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LiveDesk } from "@/components/realtime/live-desk";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { SiteHeader } from "@/components/ui/site-header";
import { type Actor, may } from "@/lib/desk/auth/permissions";
import { countUnread } from "@/lib/desk/notifications/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { requestContext, requestSession } from "@/lib/next/context";
import { Bell } from "./bell";
import { clientMessages } from "./client-messages";
import { PersonMenu } from "./person-menu";
import { RecordAlarm } from "./record-alarm";

/** The desk is nobody's business but the staff's. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** What surrounds the pages of the staff. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [session, locale, messages] = [await requestSession(), await getLocale(), await getMessages()];
  const staff = session && may(session.actor.role, "desk.read") ? session.actor.id : null;
  const [t, nav] = [await getTranslations("deskNav"), await getTranslations("nav")];
  return (
    <NextIntlClientProvider messages={clientMessages(messages)}>
      <SiteHeader
        label={t("label")}
        skip={nav("skip")}
        links={await deskLinks(session?.actor ?? null)}
        locale={locale as LocaleId}
        inPlace
      >
        {staff && <Bell unread={await countUnread(await requestContext())} />}
        {session && <PersonMenu actor={session.actor} />}
        <LanguageSwitch locale={locale} />
      </SiteHeader>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[92rem] px-4 py-8 outline-none sm:px-8">
        {staff && <RecordAlarm locale={locale as LocaleId} />}
        {staff ? (
          <LiveDesk key={staff} actor={staff}>
            {children}
          </LiveDesk>
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
  if (!actor || !may(actor.role, "desk.read")) return [site];
  return [
    { href: "/desk", label: t("queue"), under: "/desk/claims" },
    { href: "/desk/articles", label: t("articles") },
    ...(may(actor.role, "claimant.manage")
      ? [
          { href: "/desk/claimants", label: t("claimants") },
          { href: "/desk/topics", label: t("topics") },
        ]
      : []),
    ...(may(actor.role, "person.manage") ? [{ href: "/desk/people", label: t("people") }] : []),
    ...(may(actor.role, "event.read") ? [{ href: "/desk/log", label: t("log") }] : []),
    site,
  ];
}
