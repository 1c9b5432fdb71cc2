"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import { type FormAction, initialFormState } from "@/lib/desk/forms/form-state";
import { Button, type ButtonVariant } from "./button";
import { ConfirmDialog } from "./confirm-dialog";
import { Notice } from "./notice";

type ActionButtonProps = {
  action: FormAction;
  /** Hidden fields of the form. */
  values: Record<string, string | number>;
  children: ReactNode;
  label?: string;
  variant?: ButtonVariant;
  className?: string;
  /** An undo button has the id of the button that it replaces, and so takes over the focus. */
  id?: string;
  /** The question of a dialog that asks for confirmation first, where the action cannot be undone. */
  confirmation?: string | null;
};

/** A button that runs one action, as a form of its own; an error is shown beside it. */
export function ActionButton(props: ActionButtonProps) {
  const { action, values, children, label, variant, className, id, confirmation } = props;
  const [state, run, pending] = useActionState(action, initialFormState);
  const [errors, dialogId] = [useTranslations("errors"), useId()];
  const [dialog, button] = [useRef<HTMLDivElement>(null), useRef<HTMLButtonElement>(null)];
  const isConfirmed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each result of the action
  useEffect(() => {
    if (!isConfirmed.current) return;
    isConfirmed.current = false;
    // The dialog may have been removed, and the focus with it.
    dialog.current?.hidePopover?.();
    button.current?.focus();
  }, [state]);
  const onSubmit = () => {
    isConfirmed.current = Boolean(confirmation);
  };
  return (
    <form action={run} onSubmit={onSubmit} className="grid gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        ref={button}
        id={id}
        type={confirmation ? "button" : "submit"}
        popoverTarget={confirmation ? dialogId : undefined}
        aria-haspopup={confirmation ? "dialog" : undefined}
        variant={variant}
        aria-label={label}
        aria-disabled={pending}
        className={className}
      >
        {children}
      </Button>
      {confirmation && (
        <ConfirmDialog id={dialogId} ref={dialog} text={confirmation} pending={pending}>
          {children}
        </ConfirmDialog>
      )}
      {state.reason && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
    </form>
  );
}
