"use client";

import Form from "next/form";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { dropEmpty } from "./drop-empty";

type FilterFormProps = {
  action: string;
  label: string;
  /** The query that the page shows, as text: when it changes, the form follows it. */
  shown: string;
  children: ReactNode;
};

/**
 * A form of filters at the desk. Without JavaScript it is a plain GET form with a button. With it, a box that is
 * ticked takes effect at once, and the reader's focus and place on the page stay.
 */
export function FilterForm({ action, label, shown, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` says when the page's own values are new
  useEffect(() => {
    for (const input of inputsOf(form.current)) takeDefault(input);
  }, [shown]);
  useEffect(() => {
    const element = form.current;
    element?.addEventListener("formdata", dropEmpty);
    return () => element?.removeEventListener("formdata", dropEmpty);
  }, []);
  return (
    <Form
      ref={form}
      action={action}
      scroll={false}
      prefetch={false}
      aria-label={label}
      onChange={submitBoxes}
      className="grid content-start gap-3"
    >
      {children}
    </Form>
  );
}

const submitBoxes: ComponentProps<typeof Form>["onChange"] = ({ target, currentTarget }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox") currentTarget.requestSubmit();
};

function inputsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.elements ?? [])].filter((element) => element instanceof HTMLInputElement);
}

// A box or text that the reader has touched does not follow the page by itself; words being typed are left alone.
function takeDefault(input: HTMLInputElement) {
  if (input.type === "checkbox") input.checked = input.defaultChecked;
  else if (input !== document.activeElement) input.value = input.defaultValue;
}
