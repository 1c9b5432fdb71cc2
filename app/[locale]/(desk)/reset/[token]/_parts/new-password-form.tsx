"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { PasswordField } from "@/components/ui/password-field";
import { resetPasswordAction } from "../../actions";

/** The form that sets a new password. `email` is for password managers. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const [t, errors] = [useTranslations("reset"), useTranslations("fields.errors")];
  return (
    <DeskForm action={resetPasswordAction} label={t("choose")} submit={t("submit")}>
      {({ fields }) => {
        const errorOf = (name: string) => fields[name]?.[0] && errors(fields[name][0]);
        return (
          <div className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <input
              type="email"
              name="username"
              autoComplete="username"
              defaultValue={email}
              readOnly
              hidden
            />
            <PasswordField
              name="password"
              label={t("password")}
              help={t("passwordHelp")}
              error={errorOf("password")}
              autoComplete="new-password"
            />
            <PasswordField
              name="again"
              label={t("again")}
              error={errorOf("again")}
              autoComplete="new-password"
            />
          </div>
        );
      }}
    </DeskForm>
  );
}
