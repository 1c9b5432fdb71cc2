import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findReset } from "@/lib/desk/people/resets";
import { Link } from "@/lib/next/navigation";
import { ChooseForm } from "./_parts/choose-form";

type PageProps = { params: Promise<{ token: string }> };

/** The page's title. Its address is a secret, which no link tells to another site. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("choose"), referrer: "same-origin" };
}

/** Where somebody chooses a new password by a link; or that the link is no good. */
export default async function ResetPage({ params }: PageProps) {
  const { token } = await params;
  const [t, found] = [await getTranslations("reset"), await findReset(token, new Date())];
  if (!found) {
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
            {found.email}
          </bdi>
        ),
      })}
    >
      <ChooseForm token={token} email={found.email} />
    </NarrowPage>
  );
}
