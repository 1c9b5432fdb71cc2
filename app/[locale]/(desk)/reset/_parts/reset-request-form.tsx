"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RequiredLegend } from "@/components/ui/required-legend";
import { initialFormState } from "@/lib/desk/forms/form-state";
import { requestResetAction } from "../actions";

/** Requests a password reset link by email. The result does not reveal whether the email is known. */
export function ResetRequestForm() {
  const [t, errors, fieldErrors] = [
    useTranslations("reset"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const [state, run, pending] = useActionState(requestResetAction, initialFormState);
  const error = state.fields.email?.[0] && fieldErrors(state.fields.email[0]);
  return (
    <form action={run} noValidate className="grid gap-5">
      {state.outcome === "saved" && (
        <Notice key={state.at} tone="info" live>
          {t("asked")}
        </Notice>
      )}
      {state.outcome === "refused" && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason ?? "invalid")}
        </Notice>
      )}
      <RequiredLegend />
      <Field id="email" label={t("email")} error={error}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            required
            defaultValue={String(state.typed?.email ?? "")}
          />
        )}
      </Field>
      <div>
        <Button variant="primary" aria-disabled={pending}>
          {t("ask")}
        </Button>
      </div>
    </form>
  );
}
