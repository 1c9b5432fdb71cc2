"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { Notice } from "@/components/ui/notice";
import { RequiredLegend } from "@/components/ui/required-legend";
import { codeAction } from "../actions";

/** The form for the code of an authenticator app, or a backup code. `next` is the path to redirect to. */
export function CodeForm({ next }: { next: string }) {
  const [t, errors, fieldErrors] = [
    useTranslations("signIn"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const [state, run, pending] = useActionState(codeAction, { reason: null, field: null });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.reason || state.field) form.current?.querySelector<HTMLInputElement>("[name=code]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={run} noValidate className="grid gap-5">
      {state.reason && (
        <Notice tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <RequiredLegend />
      <CodeField
        label={t("code")}
        help={t("codeHelp")}
        error={state.field ? fieldErrors(state.field) : undefined}
      />
      <Button variant="primary" aria-disabled={pending}>
        {pending ? t("pending") : t("submit")}
      </Button>
    </form>
  );
}
