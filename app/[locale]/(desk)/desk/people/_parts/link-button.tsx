"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormAction, initialFormState } from "@/lib/desk/forms/form-state";
import { LinkNotice } from "./link-notice";

type LinkButtonProps = {
  action: FormAction;
  /** Hidden fields of the form. */
  values: Record<string, string>;
  label: string;
  /** How to use the link. */
  help: ReactNode;
  children: ReactNode;
};

/** A button that creates a link for somebody, and shows it once. */
export function LinkButton({ action, values, label, help, children }: LinkButtonProps) {
  const [state, run, pending] = useActionState(action, initialFormState);
  const errors = useTranslations("errors");
  return (
    <form action={run} className={clsx("grid justify-items-start gap-2", state.secret && "basis-full")}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button aria-disabled={pending} aria-label={label}>
        {children}
      </Button>
      {state.reason && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
      {state.secret && (
        <LinkNotice key={state.at} secret={state.secret}>
          {help}
        </LinkNotice>
      )}
    </form>
  );
}
