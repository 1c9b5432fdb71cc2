import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { requestSession } from "@/lib/web/context";
import { localPath } from "@/lib/web/local-path";
import { SignInForm } from "./_parts/sign-in-form";

type PageProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Where staff sign in; who is signed in already goes on. */
export default async function SignInPage({ searchParams }: PageProps) {
  const { next } = await searchParams;
  const path = localPath(typeof next === "string" ? next : null, "/desk");
  if (await requestSession()) redirect({ href: path, locale: await getLocale() });
  const t = await getTranslations("signIn");
  return (
    <div className="mx-auto grid max-w-md gap-6 py-4 sm:py-10">
      <div className="grid gap-2">
        <h1 className="font-serif text-2xl leading-tight font-medium">{t("title")}</h1>
        <p className="text-soft">{t("intro")}</p>
      </div>
      <SignInForm next={path} />
      <p className="border-t border-rule pt-4 text-sm text-soft">{t("help")}</p>
    </div>
  );
}
