import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/ui/narrow-page";
import { safeReturnPath } from "@/lib/i18n/safe-return-path";
import { Link } from "@/lib/next/navigation";
import { CodeForm } from "./_parts/code-form";

type PageProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("codeTitle") };
}

/** The second step of signing in, with two-factor authentication. */
export default async function SignInCodePage({ searchParams }: PageProps) {
  const { next } = await searchParams;
  const t = await getTranslations("signIn");
  return (
    <NarrowPage title={t("codeTitle")} intro={t("codeIntro")}>
      <CodeForm next={safeReturnPath(typeof next === "string" ? next : null, "/desk")} />
      <p className="grid gap-1 border-t border-rule pt-4 text-sm text-soft">
        <span>{t("codeLost")}</span>
        <Link href="/sign-in">{t("codeAgain")}</Link>
      </p>
    </NarrowPage>
  );
}
