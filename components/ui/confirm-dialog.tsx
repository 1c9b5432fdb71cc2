"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, type ToggleEvent, useRef } from "react";
import { Button } from "./button";

type ConfirmDialogProps = {
  /** The `popoverTarget` of the button that opens it. */
  id: string;
  ref: RefObject<HTMLDivElement | null>;
  text: string;
  pending: boolean;
  /** The label of the button that confirms. */
  children: ReactNode;
};

/**
 * Asks for confirmation of what cannot be undone; stands inside the form that it submits. A native popover:
 * it opens and closes (Escape, a click outside, its own button) without JavaScript, and returns the focus.
 */
export function ConfirmDialog({ id, ref, text, pending, children }: ConfirmDialogProps) {
  const t = useTranslations("confirmations");
  const cancel = useRef<HTMLButtonElement>(null);
  const onToggle = ({ newState }: ToggleEvent) => {
    if (newState === "open") cancel.current?.focus();
  };
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      role="alertdialog"
      aria-labelledby={`${id}-text`}
      onToggle={onToggle}
      className="m-auto max-w-[min(28rem,calc(100vw-2rem))] border border-rule-strong border-s-4 border-s-danger bg-sheet p-6 text-ink shadow-lg backdrop:bg-ink/25"
    >
      <p id={`${id}-text`} className="pb-5 whitespace-normal">
        {text}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button ref={cancel} type="button" popoverTarget={id} popoverTargetAction="hide">
          {t("cancel")}
        </Button>
        <Button variant="danger" aria-disabled={pending}>
          {children}
        </Button>
      </div>
    </div>
  );
}
