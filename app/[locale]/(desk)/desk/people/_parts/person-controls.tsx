"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type Role, roles } from "@/lib/desk/auth/permissions";
import { untried } from "@/lib/desk/forms/form-state";
import { editPersonAction, resetLinkAction, takeTwoFactorAction } from "../actions";
import { LinkButton } from "./link-button";

type Person = { id: string; name: string; role: Role; active: boolean; twoFactor: boolean };

type PersonControlsProps = {
  person: Person;
  /** Whether the person is whoever looks. */
  own: boolean;
  /** Whether the desk has no other admin: then they stay one. */
  onlyAdmin: boolean;
};

/** What an admin can change of a person. */
export function PersonControls({ person, own, onlyAdmin }: PersonControlsProps) {
  const [t, questions] = [useTranslations("people"), useTranslations("questions")];
  const { id, name, role, active, twoFactor } = person;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {onlyAdmin ? (
        <p className="text-sm text-soft">{t("onlyAdmin")}</p>
      ) : (
        <>
          <RoleForm person={person} />
          <ActionButton
            action={editPersonAction}
            values={{ personId: id, role, active: String(!active), ...seen(person) }}
            look={active ? "danger" : "secondary"}
            label={active ? t("takeAccessOf", { name }) : t("giveAccessTo", { name })}
            question={active ? questions("takeAccess", { name }) : null}
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
      {twoFactor && !own && (
        <ActionButton
          action={takeTwoFactorAction}
          values={{ personId: id }}
          label={t("takeTwoFactorOf", { name })}
          question={questions("takeTwoFactor", { name })}
          look="danger"
        >
          {t("takeTwoFactor")}
        </ActionButton>
      )}
    </div>
  );
}

/** What the page shows of a person: whoever changed it since is not overruled. */
const seen = ({ role, active }: Person) => ({ "was.role": role, "was.active": String(active) });

function RoleForm({ person }: { person: Person }) {
  const { id, name, role, active } = person;
  const [t, names, errors] = [useTranslations("people"), useTranslations("role"), useTranslations("errors")];
  const [state, run, pending] = useActionState(editPersonAction, untried);
  const field = useId();
  return (
    <form action={run} className="grid gap-2">
      <input type="hidden" name="personId" value={id} />
      <input type="hidden" name="active" value={String(active)} />
      {Object.entries(seen(person)).map(([name, value]) => (
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
