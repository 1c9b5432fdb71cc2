"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RequiredLegend } from "@/components/ui/required-legend";
import { clearStaffCookie } from "@/lib/desk/auth/staff-cookie";
import { signInAction } from "../actions";

const untried = { reason: null, fields: {}, email: "" };

/** The sign-in form. `next` is the path to redirect to. */
export function SignInForm({ next }: { next: string }) {
  const [t, errors, fieldErrors] = [
    useTranslations("signIn"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const [state, formAction, pending] = useActionState(signInAction, untried);
  const form = useRef<HTMLFormElement>(null);
  useEffect(clearStaffCookie, []);
  useEffect(() => {
    const invalid = state.reason ? "[name=password]" : "[aria-invalid=true]";
    form.current?.querySelector<HTMLInputElement>(invalid)?.focus();
  }, [state]);
  const errorOf = (name: string) => state.fields[name] && fieldErrors(state.fields[name]);
  return (
    <form ref={form} action={formAction} noValidate className="grid gap-5">
      {state.reason && (
        <Notice tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <RequiredLegend />
      <Field id="email" label={t("email")} error={errorOf("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            required
            defaultValue={state.email}
          />
        )}
      </Field>
      <Field id="password" label={t("password")} error={errorOf("password")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            dir="ltr"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Button variant="primary" aria-disabled={pending}>
        {pending ? t("pending") : t("submit")}
      </Button>
    </form>
  );
}
