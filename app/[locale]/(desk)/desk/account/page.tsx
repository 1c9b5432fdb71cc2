import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { deviceName } from "@/lib/desk/auth/device-name";
import { type Actor, type Context, grantableScopes } from "@/lib/desk/auth/permissions";
import { listSessions, type SessionListItem } from "@/lib/desk/auth/sessions";
import { listKeys } from "@/lib/desk/people/keys";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { requestSession } from "@/lib/next/context";
import { deskContext } from "@/lib/next/desk-page";
import { staffPage } from "../../staff-page";
import { KeyForm } from "./_parts/key-form";
import { KeyList } from "./_parts/key-list";
import { PasswordForm } from "./_parts/password-form";
import { TwoFactorSection } from "./_parts/two-factor-section";
import { revokeSessionAction } from "./actions";

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/**
 * One's own account: name, password, sessions, two-factor authentication and API keys. Open to every role.
 */
async function AccountPage({ params }: PageProps) {
  const [{ locale }, context] = [await params, await deskContext("/desk/account", null)];
  const [t, roles] = [await getTranslations("account"), await getTranslations("role")];
  const [session, sessions] = [await requestSession(), await listSessions(context)];
  const email = session?.email ?? "";
  return (
    <>
      <PageHeader
        title={<bdi>{context.actor.name}</bdi>}
        intro={
          <>
            <bdi dir="ltr">{email}</bdi> · {roles(context.actor.role)}
          </>
        }
      />
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <Section id="change-password" title={t("password")}>
          <PasswordForm email={email} />
        </Section>
        <Section id="sessions" title={t("sessions")}>
          <ul className="grid">
            {sessions.map((line) => (
              <li
                key={line.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-3 last:border-b-0"
              >
                <SessionDetails line={line} locale={locale} />
                {line.id === session?.id ? (
                  <p className="text-sm font-semibold">{t("here")}</p>
                ) : (
                  <ActionButton action={revokeSessionAction} values={{ sessionId: line.id }}>
                    {t("signOutThere")}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <TwoFactorSection context={context} />
        <KeySection context={context} locale={locale} />
      </div>
    </>
  );
}

async function KeySection({ context, locale }: { context: Context & { actor: Actor }; locale: LocaleId }) {
  const [t, keys] = [await getTranslations("keys"), await listKeys(context)];
  const scopes = grantableScopes(context.actor.role);
  return (
    <Section id="keys" title={t("title")}>
      <p className="max-w-xl text-sm text-soft">{t("intro")}</p>
      <KeyList keys={keys} now={context.now()} locale={locale} />
      {scopes.length > 0 ? <KeyForm scopes={scopes} /> : <p className="text-sm">{t("noneForRole")}</p>}
    </Section>
  );
}

async function SessionDetails({ line, locale }: { line: SessionListItem; locale: LocaleId }) {
  const t = await getTranslations("account");
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="font-semibold">
        <bdi>{deviceName(line.userAgent) ?? t("unknownDevice")}</bdi>
      </p>
      <p className="text-sm text-soft">{t("signedInOn", { date: formatInstant(line.createdAt, locale) })}</p>
    </div>
  );
}

export default staffPage(AccountPage);
