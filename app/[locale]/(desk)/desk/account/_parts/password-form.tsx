"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { PasswordField } from "@/components/ui/password-field";
import { changePasswordAction } from "../actions";

const fields = [
  { name: "current", autoComplete: "current-password" },
  { name: "password", autoComplete: "new-password" },
  { name: "again", autoComplete: "new-password" },
] as const;

/** The form that changes one's own password. `email` is for password managers. */
export function PasswordForm({ email }: { email: string }) {
  const [t, errors] = [useTranslations("account"), useTranslations("fields.errors")];
  return (
    <DeskForm action={changePasswordAction} label={t("password")} submit={t("changePassword")} clearOnSave>
      {(state) => (
        <div className="grid max-w-md gap-5">
          <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
          {fields.map(({ name, autoComplete }) => (
            <PasswordField
              key={name}
              name={name}
              label={t(`fields.${name}`)}
              help={name === "password" ? t("passwordHelp") : undefined}
              error={state.fields[name]?.[0] && errors(state.fields[name][0])}
              autoComplete={autoComplete}
            />
          ))}
        </div>
      )}
    </DeskForm>
  );
}
