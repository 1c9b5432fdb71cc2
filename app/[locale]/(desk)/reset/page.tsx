import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/ui/narrow-page";
import { isMailEnabled } from "@/lib/platform/mail/send";
import { ResetRequestForm } from "./_parts/reset-request-form";

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("title") };
}

/** The page to request a password reset link; without mail, it says who can create one. */
export default async function ResetRequestPage() {
  const t = await getTranslations("reset");
  const mail = isMailEnabled();
  return (
    <NarrowPage title={t("title")} intro={t(mail ? "intro" : "noMail")}>
      {mail && <ResetRequestForm />}
    </NarrowPage>
  );
}
