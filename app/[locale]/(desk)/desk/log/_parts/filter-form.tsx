"use client";

import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";
import { omitEmptyFields } from "@/components/claim-table/omit-empty-fields";

type FilterFormProps = {
  action: string;
  label: string;
  /** The page's current query as text; when it changes, the inputs take their default values. */
  query: string;
  children: ReactNode;
};

/** The form of the log's filters: with JavaScript a client navigation, without it a GET form. */
export function FilterForm({ action, label, query, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page has another query
  useEffect(() => {
    for (const input of inputsOf(form.current)) resetToDefault(input);
  }, [query]);
  useEffect(() => {
    const element = form.current;
    element?.addEventListener("formdata", omitEmptyFields);
    return () => element?.removeEventListener("formdata", omitEmptyFields);
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

// An input that was changed ignores a new `defaultValue`. The focused one keeps what is being typed.
function resetToDefault(input: HTMLInputElement) {
  if (input !== document.activeElement) input.value = input.defaultValue;
}
