import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import { listInvitations } from "@/lib/people/invitations";
import { listPeople, type PersonLine } from "@/lib/people/queries";
import { deskContext } from "@/lib/web/desk-page";
import { staffPage } from "../../staff-page";
import { InvitationList } from "./_parts/invitation-list";
import { InviteForm } from "./_parts/invite-form";
import { PersonControls } from "./_parts/person-controls";
import { SessionList } from "./_parts/session-list";

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The people of the desk and the invitations that wait, for its admins. */
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
          <ul className="grid">
            {people.map((person) => (
              <li
                key={person.id}
                className="grid gap-x-8 gap-y-3 border-b border-rule py-5 first:pt-0 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]"
              >
                <PersonFacts person={person} />
                <div className="grid content-start gap-4">
                  <PersonControls
                    person={withoutSessions(person)}
                    own={person.id === context.actor.id}
                    onlyAdmin={admins.length === 1 && admins[0]?.id === person.id}
                  />
                  <SessionList person={person} locale={locale} />
                </div>
              </li>
            ))}
          </ul>
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

// The browser gets only what it needs.
const withoutSessions = ({ id, name, role, active, twoFactor }: PersonLine) => ({
  id,
  name,
  role,
  active,
  twoFactor,
});

async function PersonFacts({ person }: { person: PersonLine }) {
  const [t, roles] = [await getTranslations("people"), await getTranslations("role")];
  return (
    <div className="grid content-start gap-0.5">
      <h3 className="text-base font-semibold">
        <bdi>{person.name}</bdi>
      </h3>
      <p className="text-sm break-all text-soft">
        <bdi dir="ltr">{person.email}</bdi>
      </p>
      <p className="text-sm">
        {roles(person.role)} ·{" "}
        {person.active ? (
          t("sessions", { count: person.sessions.length })
        ) : (
          <strong className="text-danger">{t("noAccess")}</strong>
        )}
        {person.twoFactor && ` · ${t("twoFactor")}`}
      </p>
    </div>
  );
}

export default staffPage(PeoplePage);
