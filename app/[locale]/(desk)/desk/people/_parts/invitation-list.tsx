import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import type { InvitationListItem } from "@/lib/desk/people/invitations";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { renewInvitationAction, revokeInvitationAction } from "../actions";
import { LinkButton } from "./link-button";

type InvitationListProps = { invitations: InvitationListItem[]; now: Date; locale: LocaleId };

/** The pending invitations, with buttons to renew and revoke each. */
export async function InvitationList({ invitations, now, locale }: InvitationListProps) {
  const t = await getTranslations("people");
  if (invitations.length === 0) return null;
  return (
    <ul className="grid">
      {invitations.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-8 gap-y-3 border-b border-rule py-4 first:pt-0 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]"
        >
          <InvitationDetails line={line} now={now} locale={locale} />
          <div className="flex flex-wrap items-start gap-3">
            <LinkButton
              action={renewInvitationAction}
              values={{ invitationId: line.id, seen: line.expiresAt.toISOString() }}
              label={t("newLinkFor", { email: line.email })}
              help={t("invitationHelp")}
            >
              {t("newLink")}
            </LinkButton>
            <ActionButton
              action={revokeInvitationAction}
              values={{ invitationId: line.id }}
              label={t("revokeInvitationOf", { email: line.email })}
              variant="danger"
            >
              {t("revokeInvitation")}
            </ActionButton>
          </div>
        </li>
      ))}
    </ul>
  );
}

async function InvitationDetails({
  line,
  now,
  locale,
}: {
  line: InvitationListItem;
  now: Date;
  locale: LocaleId;
}) {
  const [t, roles] = [await getTranslations("people"), await getTranslations("role")];
  const date = formatInstant(line.expiresAt, locale);
  return (
    <div className="grid content-start gap-0.5">
      <h3 className="text-base font-semibold break-all">
        <bdi dir="ltr">{line.email}</bdi>
      </h3>
      <p className="text-sm">
        {roles(line.role)} · {t.rich("invitedBy", { name: () => <bdi>{line.invitedBy}</bdi> })}
      </p>
      <p className="text-sm text-soft">
        {line.expiresAt <= now ? (
          <strong className="text-danger">{t("invitationEnded", { date })}</strong>
        ) : (
          t("invitationEnds", { date })
        )}
      </p>
    </div>
  );
}
