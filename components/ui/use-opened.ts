"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { FieldValues } from "@/lib/text/merge";
import { differs, fieldsOf, writeForm } from "./form-values";
import type { Opened } from "./use-draft";

type UseOpened = {
  form: RefObject<HTMLFormElement | null>;
  state: FormState;
  /** What the page shows now. */
  version: number | undefined;
  base: FieldValues | undefined;
};

/**
 * The version that what stands in a form was made from, and its values. The page may be drawn anew with a later version
 * while somebody types: the form goes along only while nothing in it differs, so that no save passes for one that saw
 * that version. After a save, and after a conflict that was merged, it goes on from what stands then.
 */
export function useOpened({ form, state, version, base }: UseOpened) {
  const { conflict } = state;
  const [opened, setOpened] = useState<Opened>(
    conflict ? { version: conflict.version, base: conflict.values } : { version, base },
  );
  const shown = useRef({ version, base });
  shown.current = { version, base };
  const sent = useRef<FieldValues | undefined>(undefined);
  useEffect(() => {
    const element = form.current;
    const note = () => {
      const row = shown.current.base;
      sent.current = element && row ? fieldsOf(element, row) : undefined;
    };
    element?.addEventListener("submit", note);
    return () => element?.removeEventListener("submit", note);
  }, [form]);
  useEffect(() => {
    if (state.outcome === "saved") setOpened({ version: shown.current.version, base: sent.current });
    if (state.conflict) setOpened({ version: state.conflict.version, base: state.conflict.values });
  }, [state]);
  useEffect(() => {
    if (version === undefined || version < (opened.version ?? 0) || !form.current) return;
    if (version === opened.version && JSON.stringify(opened.base) === JSON.stringify(base)) return;
    if (base && opened.base && differs(form.current, opened.base)) return;
    if (base) writeForm(form.current, base);
    setOpened({ version, base });
  }, [form, opened, version, base]);
  return { opened, setOpened };
}
