import "server-only";
import { getLocale } from "next-intl/server";
import type { Secret } from "@/lib/desk/forms/form-state";
import type { InvitationToken } from "@/lib/desk/people/invitations";
import type { ResetToken } from "@/lib/desk/people/resets";
import { env } from "@/lib/env";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { invitationMail, passwordResetMail } from "@/lib/platform/mail/messages";
import { type MailOutcome, sendMail } from "@/lib/platform/mail/send";

/** The language of the page that sent this request, also for its mails. */
export async function pageLocale(): Promise<LocaleId> {
  const locale = await getLocale();
  return isLocaleId(locale) ? locale : "en";
}

/** The absolute URL of a page. */
function publicLink(href: string, locale: LocaleId): string {
  return `${env().BASE_URL}${localPath(href, locale)}`;
}

/** The desk's host, such as `desk.example.org`. */
export function deskHost(): string {
  return new URL(env().BASE_URL).host;
}

/** Mails an invitation link, if mail is configured. Returns the link, for the admin to send if it is not. */
export async function deliverInvitation({ token, email }: InvitationToken, inviter: string): Promise<Secret> {
  const locale = await pageLocale();
  const link = publicLink(`/invitation/${token}`, locale);
  const mailed = await sendMail(email, invitationMail(locale, { link, inviter, host: deskHost() }));
  return { value: link, recipient: email, mailed };
}

/** The password reset link, for the admin to send. */
export async function deliverResetLink({ token, email }: ResetToken): Promise<Secret> {
  return { value: publicLink(`/reset/${token}`, await pageLocale()), recipient: email };
}

/** Mails a password reset link in this language. */
export async function mailReset({ token, email }: ResetToken, locale: LocaleId): Promise<MailOutcome> {
  return sendMail(
    email,
    passwordResetMail(locale, { link: publicLink(`/reset/${token}`, locale), host: deskHost() }),
  );
}
