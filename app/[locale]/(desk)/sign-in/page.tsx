import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/ui/narrow-page";
import { Notice } from "@/components/ui/notice";
import { safeReturnPath } from "@/lib/i18n/safe-return-path";
import { requestSession } from "@/lib/next/context";
import { Link, redirect } from "@/lib/next/navigation";
import { isMailEnabled } from "@/lib/platform/mail/send";
import { SignInForm } from "./_parts/sign-in-form";

type PageProps = { searchParams: Promise<{ next?: string | string[]; reset?: string | string[] }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** The sign-in page; redirects those who are signed in. */
export default async function SignInPage({ searchParams }: PageProps) {
  const { next, reset } = await searchParams;
  const path = safeReturnPath(typeof next === "string" ? next : null, "/desk");
  if (await requestSession()) redirect({ href: path, locale: await getLocale() });
  const t = await getTranslations("signIn");
  return (
    <NarrowPage title={t("title")} intro={t("intro")}>
      {reset === "done" && <Notice tone="success">{t("resetDone")}</Notice>}
      <SignInForm next={path} />
      <p className="border-t border-rule pt-4 text-sm text-soft">
        {isMailEnabled() ? <Link href="/reset">{t("forgot")}</Link> : t("help")}
      </p>
    </NarrowPage>
  );
}
