"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/ui/password-field";
import { limits } from "@/lib/text/limits";
import { acceptAction } from "../actions";

/** The form that accepts an invitation. `email` is for password managers. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  const [t, errors] = [useTranslations("invitation"), useTranslations("fields.errors")];
  return (
    <DeskForm action={acceptAction} label={t("form")} submit={t("submit")}>
      {({ fields, typed }) => {
        const errorOf = (name: string) => fields[name]?.[0] && errors(fields[name][0]);
        return (
          <div className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <Field
              id="name"
              label={t("name")}
              help={t("nameHelp")}
              limit={limits.personName}
              error={errorOf("name")}
            >
              {(control) => (
                <Input
                  {...control}
                  name="name"
                  dir="auto"
                  autoComplete="name"
                  required
                  defaultValue={String(typed?.name ?? "")}
                />
              )}
            </Field>
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
