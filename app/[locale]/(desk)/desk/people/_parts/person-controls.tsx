"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type Role, roles } from "@/lib/desk/auth/permissions";
import { initialFormState } from "@/lib/desk/forms/form-state";
import { disableTwoFactorAction, editPersonAction, resetLinkAction } from "../actions";
import { LinkButton } from "./link-button";

type Person = { id: string; name: string; role: Role; active: boolean; twoFactor: boolean };

type PersonControlsProps = {
  person: Person;
  /** Whether the person is the one signed in. */
  isOwn: boolean;
  /** Whether the desk has no other admin: then role and access cannot be changed. */
  isOnlyAdmin: boolean;
};

/** The actions of an admin on a person. */
export function PersonControls({ person, isOwn, isOnlyAdmin }: PersonControlsProps) {
  const [t, confirmations] = [useTranslations("people"), useTranslations("confirmations")];
  const { id, name, role, active, twoFactor } = person;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {isOnlyAdmin ? (
        <p className="text-sm text-soft">{t("onlyAdmin")}</p>
      ) : (
        <>
          <RoleForm person={person} />
          <ActionButton
            action={editPersonAction}
            values={{ personId: id, role, active: String(!active), ...shownValues(person) }}
            variant={active ? "danger" : "secondary"}
            label={active ? t("takeAccessOf", { name }) : t("giveAccessTo", { name })}
            confirmation={active ? confirmations("takeAccess", { name }) : null}
          >
            {active ? t("takeAccess") : t("giveAccess")}
          </ActionButton>
        </>
      )}
      {active && (
        <LinkButton
          action={resetLinkAction}
          values={{ personId: id }}
          label={t("resetLinkFor", { name })}
          help={t("resetLinkHelp")}
        >
          {t("resetLink")}
        </LinkButton>
      )}
      {twoFactor && !isOwn && (
        <ActionButton
          action={disableTwoFactorAction}
          values={{ personId: id }}
          label={t("takeTwoFactorOf", { name })}
          confirmation={confirmations("takeTwoFactor", { name })}
          variant="danger"
        >
          {t("takeTwoFactor")}
        </ActionButton>
      )}
    </div>
  );
}

/** The values that the page shows: the action refuses to overwrite others. */
const shownValues = ({ role, active }: Person) => ({ "was.role": role, "was.active": String(active) });

function RoleForm({ person }: { person: Person }) {
  const { id, name, role, active } = person;
  const [t, names, errors] = [useTranslations("people"), useTranslations("role"), useTranslations("errors")];
  const [state, run, pending] = useActionState(editPersonAction, initialFormState);
  const field = useId();
  return (
    <form action={run} className="grid gap-2">
      <input type="hidden" name="personId" value={id} />
      <input type="hidden" name="active" value={String(active)} />
      {Object.entries(shownValues(person)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex items-center gap-2">
        <label htmlFor={field} className="sr-only">
          {t("roleOf", { name })}
        </label>
        <Select
          id={field}
          key={`${role}-${state.at}`}
          name="role"
          defaultValue={role}
          className="w-auto text-sm"
        >
          {roles.map((option) => (
            <option key={option} value={option}>
              {names(option)}
            </option>
          ))}
        </Select>
        <Button aria-disabled={pending} aria-label={t("saveRoleOf", { name })} className="whitespace-nowrap">
          {t("saveRole")}
        </Button>
      </div>
      {state.outcome !== "untried" && (
        <Notice key={state.at} tone={state.reason ? "error" : "success"} live>
          {state.reason ? errors(state.reason) : t("roleSaved")}
        </Notice>
      )}
    </form>
  );
}
