"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, type ToggleEvent, useRef } from "react";
import { Button } from "./button";

type QuestionProps = {
  /** What the button that opens it names as its `popoverTarget`. */
  id: string;
  ref: RefObject<HTMLDivElement | null>;
  text: string;
  pending: boolean;
  /** What the button says that does it. */
  children: ReactNode;
};

/**
 * A question before what cannot be undone, inside of the form that it is about. A popover of the browser: it opens, and
 * closes by Escape, a click elsewhere and its own button, without JavaScript, and gives the focus back.
 */
export function Question({ id, ref, text, pending, children }: QuestionProps) {
  const t = useTranslations("questions");
  const cancel = useRef<HTMLButtonElement>(null);
  const toggled = ({ newState }: ToggleEvent) => {
    if (newState === "open") cancel.current?.focus();
  };
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      role="alertdialog"
      aria-labelledby={`${id}-text`}
      onToggle={toggled}
      className="m-auto max-w-[min(28rem,calc(100vw-2rem))] border border-rule-strong border-s-4 border-s-danger bg-sheet p-6 text-ink shadow-lg backdrop:bg-ink/25"
    >
      <p id={`${id}-text`} className="pb-5 whitespace-normal">
        {text}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button ref={cancel} type="button" popoverTarget={id} popoverTargetAction="hide">
          {t("cancel")}
        </Button>
        <Button look="danger" aria-disabled={pending}>
          {children}
        </Button>
      </div>
    </div>
  );
}
