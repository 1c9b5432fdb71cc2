import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findInvitation } from "@/lib/desk/people/accept-invitation";
import { Link } from "@/lib/next/navigation";
import { AcceptForm } from "./_parts/accept-form";

type PageProps = { params: Promise<{ token: string }> };

/** The page's title. The URL is a secret: links to other sites send no referrer of it. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title"), referrer: "same-origin" };
}

/** The page to accept an invitation, or why it is no longer valid. */
export default async function InvitationPage({ params }: PageProps) {
  const { token } = await params;
  const invitation = await findInvitation(token, new Date());
  const [t, roles] = [await getTranslations("invitation"), await getTranslations("role")];
  if (invitation.state !== "open") {
    return (
      <NarrowPage title={t(`over.${invitation.state}`)} intro={t(`why.${invitation.state}`)}>
        <div>
          <Link href="/sign-in" className={buttonClass()}>
            {t("toSignIn")}
          </Link>
        </div>
      </NarrowPage>
    );
  }
  const { email, role, invitedBy } = invitation;
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
