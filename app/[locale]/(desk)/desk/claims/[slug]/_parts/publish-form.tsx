"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormAction, initialFormState } from "@/lib/desk/forms/form-state";

type PublishFormProps = {
  action: FormAction;
  values: { proposalId: string; version: number; content: string };
  /** Whether the claim was changed after the proposal: then only an error is shown, and no button. */
  isOutdated: boolean;
  label: string;
};

/** The button that publishes the content of this page. Its error survives another rendering of the page. */
export function PublishForm({ action, values, isOutdated, label }: PublishFormProps) {
  const [state, run, pending] = useActionState(action, initialFormState);
  const errors = useTranslations("errors");
  return (
    <form action={run} className="grid gap-2 empty:hidden">
      {!isOutdated && (
        <>
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button variant="primary" aria-disabled={pending}>
            {label}
          </Button>
        </>
      )}
      {state.reason && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
    </form>
  );
}
