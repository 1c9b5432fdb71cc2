import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { deviceName } from "@/lib/auth/device-name";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PersonLine } from "@/lib/people/queries";
import { endSessionAction } from "../actions";

type SessionListProps = { person: Pick<PersonLine, "name" | "sessions">; locale: LocaleId };

/** Where a person is signed in, and the way to end each of it. */
export async function SessionList({ person: { name, sessions }, locale }: SessionListProps) {
  const [t, questions] = [await getTranslations("people"), await getTranslations("questions")];
  if (sessions.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">
        {t.rich("sessionsOf", { name: () => <bdi>{name}</bdi> })}
      </summary>
      <ul className="grid pt-2">
        {sessions.map(({ id, createdAt, userAgent }) => {
          const device = deviceName(userAgent) ?? t("unknownDevice");
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2 text-sm last:border-b-0"
            >
              <p>
                <bdi className="font-semibold">{device}</bdi> ·{" "}
                {t("signedInOn", { date: formatInstant(createdAt, locale) })}
              </p>
              <ActionButton
                action={endSessionAction}
                values={{ sessionId: id }}
                label={t("endSessionOf", { name, device })}
                question={questions("endSession", { name, device })}
              >
                {t("endSession")}
              </ActionButton>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
