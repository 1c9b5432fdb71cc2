import { type LocaleId, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** A mail in words: as plain text, and as simple HTML in its language's direction. */
export type Letter = { subject: string; text: string; html: string };

type Invited = { link: string; inviter: string; host: string };
type Forgot = { link: string; host: string };

/** The letter with an invitation's link. */
export function invitationLetter(locale: LocaleId, { link, inviter, host }: Invited): Letter {
  const t = translator(locale, "mail");
  return letter(locale, t("invitationSubject", { host }), [
    t("invitation", { inviter, host }),
    t("invitationLink"),
    link,
    t("invitationEnd"),
  ]);
}

/** The letter with a link that leads to a new password. */
export function resetLetter(locale: LocaleId, { link, host }: Forgot): Letter {
  const t = translator(locale, "mail");
  return letter(locale, t("resetSubject", { host }), [t("reset", { host }), link, t("resetEnd")]);
}

function letter(locale: LocaleId, subject: string, paragraphs: string[]): Letter {
  const { lang, dir } = locales[locale];
  const body = paragraphs.map((text) => (text.startsWith("http") ? anchor(text) : `<p>${escaped(text)}</p>`));
  return {
    subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body dir="${dir}" style="font-family: sans-serif; line-height: 1.6">
${body.join("\n")}
</body>
</html>
`,
  };
}

const anchor = (link: string) => `<p dir="ltr"><a href="${escaped(link)}">${escaped(link)}</a></p>`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
