"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { FieldValues } from "@/lib/text/merge";
import { differsFrom, readFields, writeForm } from "./form-values";
import type { FormBase } from "./use-draft";

type UseFormBase = {
  form: RefObject<HTMLFormElement | null>;
  state: FormState;
  /** The row as the page shows it now. */
  version: number | undefined;
  base: FieldValues | undefined;
};

/**
 * Returns the version and the values of the row that a form's content is based on. When the page is rendered
 * with a later version, the form follows only while it has no changes, so that a save never claims to have
 * seen a version that it did not. A save or a merged conflict makes the saved or merged row the base.
 */
export function useFormBase({ form, state, version, base }: UseFormBase) {
  const { conflict } = state;
  const [formBase, setFormBase] = useState<FormBase>(
    conflict ? { version: conflict.version, base: conflict.values } : { version, base },
  );
  const shown = useRef({ version, base });
  shown.current = { version, base };
  const sent = useRef<FieldValues | undefined>(undefined);
  useEffect(() => {
    const element = form.current;
    const onSubmit = () => {
      const row = shown.current.base;
      sent.current = element && row ? readFields(element, row) : undefined;
    };
    element?.addEventListener("submit", onSubmit);
    return () => element?.removeEventListener("submit", onSubmit);
  }, [form]);
  useEffect(() => {
    if (state.outcome === "saved") setFormBase({ version: shown.current.version, base: sent.current });
    if (state.conflict) setFormBase({ version: state.conflict.version, base: state.conflict.values });
  }, [state]);
  useEffect(() => {
    if (version === undefined || version < (formBase.version ?? 0) || !form.current) return;
    if (version === formBase.version && JSON.stringify(formBase.base) === JSON.stringify(base)) return;
    if (base && formBase.base && differsFrom(form.current, formBase.base)) return;
    if (base) writeForm(form.current, base);
    setFormBase({ version, base });
  }, [form, formBase, version, base]);
  return { formBase, setFormBase };
}
