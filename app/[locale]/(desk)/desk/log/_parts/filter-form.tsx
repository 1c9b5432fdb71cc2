"use client";

import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";
import { dropEmpty } from "@/components/claim-table/drop-empty";

type FilterFormProps = {
  action: string;
  label: string;
  /** The query that the page shows, as text: when it changes, the form follows it. */
  shown: string;
  children: ReactNode;
};

/** The form of the log's filters. With JavaScript what it finds is drawn in place; without, it is a plain GET form. */
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
      className="grid content-start gap-3"
    >
      {children}
    </Form>
  );
}

function inputsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.elements ?? [])].filter((element) => element instanceof HTMLInputElement);
}

// What the reader has touched does not follow the page by itself; words being typed are left alone.
function takeDefault(input: HTMLInputElement) {
  if (input !== document.activeElement) input.value = input.defaultValue;
}
