import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { deviceName } from "@/lib/desk/auth/device-name";
import { listInvitations } from "@/lib/desk/people/invitations";
import { listPeople, type PersonListItem } from "@/lib/desk/people/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { staffPage } from "../../staff-page";
import { InvitationList } from "./_parts/invitation-list";
import { InviteForm } from "./_parts/invite-form";
import { PeopleTable, type PersonRow } from "./_parts/people-table";

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The people of the desk and pending invitations, for admins. */
async function PeoplePage({ params }: PageProps) {
  const [{ locale }, context] = [await params, await deskContext("/desk/people", "person.manage")];
  const [people, invitations] = [await listPeople(context), await listInvitations(context)];
  const t = await getTranslations("people");
  const admins = people.filter(({ role, active }) => role === "admin" && active);
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")} />
      <div className="grid gap-10">
        <Section id="people" title={t("count", { count: people.length })}>
          <PeopleTable
            caption={t("title")}
            rows={people.map((person) => personRow(person, locale))}
            ownId={context.actor.id}
            onlyAdminId={admins.length === 1 ? (admins[0]?.id ?? null) : null}
          />
        </Section>
        <Section id="invitations" title={t("invitations", { count: invitations.length })}>
          <InvitationList invitations={invitations} now={context.now()} locale={locale} />
        </Section>
        <Section id="invite" title={t("inviteTitle")}>
          <InviteForm />
        </Section>
      </div>
    </>
  );
}

// Formats dates on the server: a browser may format them differently.
function personRow({ sessions, ...person }: PersonListItem, locale: LocaleId): PersonRow {
  return {
    ...person,
    sessions: sessions.map(({ id, createdAt, userAgent }) => ({
      id,
      device: deviceName(userAgent),
      since: formatInstant(createdAt, locale),
    })),
  };
}

export default staffPage(PeoplePage);
