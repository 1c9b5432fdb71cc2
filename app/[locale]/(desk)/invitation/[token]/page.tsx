import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findInvitation } from "@/lib/desk/people/joining";
import { Link } from "@/lib/next/navigation";
import { AcceptForm } from "./_parts/accept-form";

type PageProps = { params: Promise<{ token: string }> };

/** The page's title. Its address is a secret, which no link tells to another site. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title"), referrer: "same-origin" };
}

/** Where somebody accepts their invitation; or why that cannot be done any more. */
export default async function InvitationPage({ params }: PageProps) {
  const { token } = await params;
  const found = await findInvitation(token, new Date());
  const [t, roles] = [await getTranslations("invitation"), await getTranslations("role")];
  if (found.state !== "open") {
    return (
      <NarrowPage title={t(`over.${found.state}`)} intro={t(`why.${found.state}`)}>
        <div>
          <Link href="/sign-in" className={buttonClass()}>
            {t("toSignIn")}
          </Link>
        </div>
      </NarrowPage>
    );
  }
  const { email, role, invitedBy } = found;
  return (
    <NarrowPage title={t("title")} intro={t.rich("intro", { name: () => <bdi>{invitedBy}</bdi> })}>
      <p className="border-y border-rule py-3 text-sm">
        {t.rich("as", {
          email: () => (
            <bdi dir="ltr" className="font-semibold break-all">
              {email}
            </bdi>
          ),
          role: roles(role),
        })}
      </p>
      <AcceptForm token={token} email={email} />
    </NarrowPage>
  );
}
