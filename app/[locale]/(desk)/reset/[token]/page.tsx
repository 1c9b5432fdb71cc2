import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findResetLink } from "@/lib/desk/people/resets";
import { Link } from "@/lib/next/navigation";
import { NewPasswordForm } from "./_parts/new-password-form";

type PageProps = { params: Promise<{ token: string }> };

/** The page's title. The URL is a secret: links to other sites send no referrer of it. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("choose"), referrer: "same-origin" };
}

/** The page of a password reset link, or why the link is not valid. */
export default async function ResetPage({ params }: PageProps) {
  const { token } = await params;
  const [t, reset] = [await getTranslations("reset"), await findResetLink(token, new Date())];
  if (!reset) {
    return (
      <NarrowPage title={t("over")} intro={t("why")}>
        <div>
          <Link href="/sign-in" className={buttonClass()}>
            {t("toSignIn")}
          </Link>
        </div>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage
      title={t("choose")}
      intro={t.rich("chooseIntro", {
        email: () => (
          <bdi dir="ltr" className="break-all">
            {reset.email}
          </bdi>
        ),
      })}
    >
      <NewPasswordForm token={token} email={reset.email} />
    </NarrowPage>
  );
}
