"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { FormState } from "@/lib/desk/forms/form-state";
import { type FormValues, readForm, writeForm } from "./form-values";
import type { FormBase, useDraft } from "./use-draft";

type UseDiscard = {
  form: RefObject<HTMLFormElement | null>;
  draft: ReturnType<typeof useDraft>;
  state: FormState;
  /** What the form's content is based on. */
  formBase: FormBase;
  onFormBase: (formBase: FormBase) => void;
  /** The row as the page shows it now. */
  shown: FormBase;
};

/** The discarded values, what they were based on, and the values that replaced them. */
type Discarded = { values: FormValues; formBase: FormBase; replacedBy: FormValues };

/**
 * Discards a form's changes. `undo` restores them until the form is saved, but not in fields changed since.
 */
export function useDiscard({ form, draft, state, formBase, onFormBase, shown }: UseDiscard) {
  const [discarded, setDiscarded] = useState<Discarded | null>(null);
  useEffect(() => {
    if (state.outcome === "saved") setDiscarded(null);
  }, [state]);
  const discard = () => {
    if (!form.current) return;
    const values = readForm(form.current);
    draft.discard();
    form.current.reset();
    if (shown.base) writeForm(form.current, shown.base);
    onFormBase(shown);
    setDiscarded({ values, formBase, replacedBy: readForm(form.current) });
  };
  const undo = () => {
    if (!form.current || !discarded) return;
    const current = readForm(form.current);
    const unchanged = Object.entries(discarded.values).filter(
      ([name]) => JSON.stringify(current[name]) === JSON.stringify(discarded.replacedBy[name]),
    );
    writeForm(form.current, Object.fromEntries(unchanged));
    flushSync(() => {
      onFormBase(discarded.formBase);
      setDiscarded(null);
    });
    draft.undoDiscard();
  };
  return { isDiscarded: discarded !== null, discard, undo };
}
