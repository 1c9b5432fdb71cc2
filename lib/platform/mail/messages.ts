import { type LocaleId, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** A mail: its subject, and its body as plain text and as simple HTML in the direction of its language. */
export type MailMessage = { subject: string; text: string; html: string };

type InvitationParams = { link: string; inviter: string; host: string };
type ResetParams = { link: string; host: string };

/** The mail with an invitation link. */
export function invitationMail(locale: LocaleId, { link, inviter, host }: InvitationParams): MailMessage {
  const t = translator(locale, "mail");
  return buildMessage(locale, t("invitationSubject", { host }), [
    t("invitation", { inviter, host }),
    t("invitationLink"),
    link,
    t("invitationEnd"),
  ]);
}

/** The mail with a password reset link. */
export function passwordResetMail(locale: LocaleId, { link, host }: ResetParams): MailMessage {
  const t = translator(locale, "mail");
  return buildMessage(locale, t("resetSubject", { host }), [t("reset", { host }), link, t("resetEnd")]);
}

function buildMessage(locale: LocaleId, subject: string, paragraphs: string[]): MailMessage {
  const { lang, dir } = locales[locale];
  const body = paragraphs.map((text) =>
    text.startsWith("http") ? anchor(text) : `<p>${escapeHtml(text)}</p>`,
  );
  return {
    subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body dir="${dir}" style="font-family: sans-serif; line-height: 1.6">
${body.join("\n")}
</body>
</html>
`,
  };
}

const anchor = (link: string) => `<p dir="ltr"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
