"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { revokePersonSessionAction } from "../actions";

/** A session: the device's name, null for an unknown one, and the formatted time of the sign-in. */
export type ShownSession = { id: string; device: string | null; since: string };

/** A person's sessions, with a button to end each. */
export function SessionList({ name, sessions }: { name: string; sessions: ShownSession[] }) {
  const [t, confirmations] = [useTranslations("people"), useTranslations("confirmations")];
  if (sessions.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">
        {t.rich("sessionsOf", { name: () => <bdi>{name}</bdi> })}
      </summary>
      <ul className="grid pt-2">
        {sessions.map(({ id, device: known, since }) => {
          const device = known ?? t("unknownDevice");
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2 text-sm last:border-b-0"
            >
              <p>
                <bdi className="font-semibold">{device}</bdi> · {t("signedInOn", { date: since })}
              </p>
              <ActionButton
                action={revokePersonSessionAction}
                values={{ sessionId: id }}
                label={t("endSessionOf", { name, device })}
                confirmation={confirmations("endSession", { name, device })}
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
