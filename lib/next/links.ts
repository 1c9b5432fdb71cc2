import "server-only";
import { getLocale } from "next-intl/server";
import type { Secret } from "@/lib/desk/forms/form-state";
import type { InvitationToken } from "@/lib/desk/people/invitations";
import type { ResetToken } from "@/lib/desk/people/resets";
import { env } from "@/lib/env";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { invitationLetter, resetLetter } from "@/lib/platform/mail/letter";
import { type MailOutcome, sendMail } from "@/lib/platform/mail/send";

/** The language of the page that sent this request: that of the mails it causes. */
export async function pageLocale(): Promise<LocaleId> {
  const locale = await getLocale();
  return isLocaleId(locale) ? locale : "en";
}

/** The whole address of a page. */
function publicLink(href: string, locale: LocaleId): string {
  return `${env().BASE_URL}${localPath(href, locale)}`;
}

/** The desk's address as people say it: `desk.example.org`. */
export function deskHost(): string {
  return new URL(env().BASE_URL).host;
}

/** The link of an invitation, mailed to whom it invites where the desk can; for the admin to hand over where not. */
export async function handOverInvitation(
  { token, email }: InvitationToken,
  inviter: string,
): Promise<Secret> {
  const locale = await pageLocale();
  const link = publicLink(`/invitation/${token}`, locale);
  const mailed = await sendMail(email, invitationLetter(locale, { link, inviter, host: deskHost() }));
  return { value: link, recipient: email, mailed };
}

/** The link of a new password, for the admin to hand over. */
export async function handOverReset({ token, email }: ResetToken): Promise<Secret> {
  return { value: publicLink(`/reset/${token}`, await pageLocale()), recipient: email };
}

/** Mails the link of a new password to whoever forgot theirs, in the language they asked in. */
export async function mailReset({ token, email }: ResetToken, locale: LocaleId): Promise<MailOutcome> {
  return sendMail(
    email,
    resetLetter(locale, { link: publicLink(`/reset/${token}`, locale), host: deskHost() }),
  );
}
