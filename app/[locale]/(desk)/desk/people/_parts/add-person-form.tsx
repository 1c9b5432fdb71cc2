"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormOutcome } from "@/components/ui/form-outcome";
import { Input, Select } from "@/components/ui/input";
import { SecretNotice } from "@/components/ui/secret-notice";
import { roles } from "@/lib/auth/permissions";
import { untried } from "@/lib/web/form-state";
import { addPersonAction } from "../actions";

/** The form that adds a person to the desk. */
export function AddPersonForm() {
  const [t, names, errors] = [
    useTranslations("people"),
    useTranslations("role"),
    useTranslations("fields.errors"),
  ];
  const [state, run, pending] = useActionState(addPersonAction, untried);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.outcome === "invalid") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  const typed = (name: string) => String(state.typed?.[name] ?? "");
  const kept = (name: string) => (state.outcome === "saved" ? "" : typed(name));
  const errorOf = (name: string) => state.fields[name]?.[0] && errors(state.fields[name][0]);
  const role = kept("role") || "editor";
  return (
    <form ref={form} action={run} noValidate aria-label={t("add")} className="grid max-w-3xl gap-5">
      <FormOutcome state={state} restored={false} onDiscard={() => {}} />
      {state.secret && (
        <SecretNotice
          key={state.at}
          title={t.rich("password", { email: () => <bdi>{typed("email")}</bdi> })}
          secret={state.secret.value}
        >
          <p>{t("passwordHelp")}</p>
        </SecretNotice>
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <Field id="name" label={t("name")} error={errorOf("name")}>
          {(control) => (
            <Input
              {...control}
              name="name"
              dir="auto"
              autoComplete="off"
              required
              defaultValue={kept("name")}
            />
          )}
        </Field>
        <Field id="email" label={t("email")} error={errorOf("email")}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              dir="ltr"
              autoComplete="off"
              required
              defaultValue={kept("email")}
            />
          )}
        </Field>
        <Field id="role" label={t("role")} help={t("roleHelp")} error={errorOf("role")}>
          {(control) => (
            <Select {...control} key={`${role}-${state.at}`} name="role" defaultValue={role}>
              {roles.map((id) => (
                <option key={id} value={id}>
                  {names(id)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div>
        <Button look="primary" aria-disabled={pending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
