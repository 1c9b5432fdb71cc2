"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { type FormAction, untried } from "@/lib/web/form-state";
import { Button, type ButtonLook } from "./button";
import { Notice } from "./notice";

type ActionButtonProps = {
  action: FormAction;
  /** What is sent along. */
  values: Record<string, string | number>;
  children: ReactNode;
  label?: string;
  look?: ButtonLook;
  className?: string;
};

/** A button that does one thing, as a form of its own; a refusal is said beside it. */
export function ActionButton({ action, values, children, label, look, className }: ActionButtonProps) {
  const [state, run, pending] = useActionState(action, untried);
  const errors = useTranslations("errors");
  return (
    <form action={run} className="grid gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look} aria-label={label} aria-disabled={pending} className={className}>
        {children}
      </Button>
      {state.reason && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
    </form>
  );
}
