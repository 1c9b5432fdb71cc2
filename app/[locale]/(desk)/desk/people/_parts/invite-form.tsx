"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { roles } from "@/lib/desk/auth/permissions";
import { inviteAction } from "../actions";
import { LinkNotice } from "./link-notice";

/** The form that creates an invitation. */
export function InviteForm() {
  const [t, names, errors] = [
    useTranslations("people"),
    useTranslations("role"),
    useTranslations("fields.errors"),
  ];
  return (
    <DeskForm action={inviteAction} label={t("inviteTitle")} submit={t("invite")} clearOnSave>
      {(state) => {
        const errorOf = (name: string) => state.fields[name]?.[0] && errors(state.fields[name][0]);
        const typed = state.secret ? {} : (state.typed ?? {});
        return (
          <div className="grid max-w-3xl gap-5">
            {state.secret && (
              <LinkNotice key={state.at} secret={state.secret}>
                {t("invitationHelp")}
              </LinkNotice>
            )}
            <div className="grid items-start gap-5 md:grid-cols-2">
              <Field id="email" label={t("email")} error={errorOf("email")}>
                {(control) => (
                  <Input
                    {...control}
                    name="email"
                    type="email"
                    dir="ltr"
                    autoComplete="off"
                    required
                    defaultValue={String(typed.email ?? "")}
                  />
                )}
              </Field>
              <Field id="role" label={t("role")} help={t("roleHelp")} error={errorOf("role")}>
                {(control) => (
                  <Select {...control} name="role" defaultValue={String(typed.role ?? "editor")}>
                    {roles.map((id) => (
                      <option key={id} value={id}>
                        {names(id)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
          </div>
        );
      }}
    </DeskForm>
  );
}
