"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormAction, untried } from "@/lib/desk/forms/form-state";
import { LinkNotice } from "./link-notice";

type LinkButtonProps = {
  action: FormAction;
  /** What is sent along. */
  values: Record<string, string>;
  label: string;
  /** What to know of the link. */
  help: ReactNode;
  children: ReactNode;
};

/** A button that makes a link for somebody, and shows it this once. */
export function LinkButton({ action, values, label, help, children }: LinkButtonProps) {
  const [state, run, pending] = useActionState(action, untried);
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
