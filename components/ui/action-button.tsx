"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import { type FormAction, untried } from "@/lib/desk/forms/form-state";
import { Button, type ButtonLook } from "./button";
import { Notice } from "./notice";
import { Question } from "./question";

type ActionButtonProps = {
  action: FormAction;
  /** What is sent along. */
  values: Record<string, string | number>;
  children: ReactNode;
  label?: string;
  look?: ButtonLook;
  className?: string;
  /** The button's id. A button that undoes another one takes its id over, and with it the focus. */
  id?: string;
  /** What is asked first, where the action cannot be undone. */
  question?: string | null;
};

/** A button that does one thing, as a form of its own; a refusal is said beside it. */
export function ActionButton(props: ActionButtonProps) {
  const { action, values, children, label, look, className, id, question } = props;
  const [state, run, pending] = useActionState(action, untried);
  const [errors, popover] = [useTranslations("errors"), useId()];
  const [asked, button] = [useRef<HTMLDivElement>(null), useRef<HTMLButtonElement>(null)];
  const answered = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known what became of it
  useEffect(() => {
    if (!answered.current) return;
    answered.current = false;
    // The question may be gone by now, and the focus with it.
    asked.current?.hidePopover?.();
    button.current?.focus();
  }, [state]);
  const submitted = () => {
    answered.current = Boolean(question);
  };
  return (
    <form action={run} onSubmit={submitted} className="grid gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        ref={button}
        id={id}
        type={question ? "button" : "submit"}
        popoverTarget={question ? popover : undefined}
        aria-haspopup={question ? "dialog" : undefined}
        look={look}
        aria-label={label}
        aria-disabled={pending}
        className={className}
      >
        {children}
      </Button>
      {question && (
        <Question id={popover} ref={asked} text={question} pending={pending}>
          {children}
        </Question>
      )}
      {state.reason && (
        <Notice key={state.at} tone="error" live>
          {errors(state.reason)}
        </Notice>
      )}
    </form>
  );
}
