import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/ui/narrow-page";
import { mailIsOn } from "@/lib/platform/mail/send";
import { RequestForm } from "./_parts/request-form";

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("title") };
}

/** Where somebody who forgot their password asks for a link; a desk without mail says who can give one. */
export default async function ResetRequestPage() {
  const t = await getTranslations("reset");
  const mail = mailIsOn();
  return (
    <NarrowPage title={t("title")} intro={t(mail ? "intro" : "noMail")}>
      {mail && <RequestForm />}
    </NarrowPage>
  );
}
