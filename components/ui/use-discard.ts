"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { FormState } from "@/lib/desk/forms/form-state";
import { type FormValues, readForm, writeForm } from "./form-values";
import type { Opened, useDraft } from "./use-draft";

type UseDiscard = {
  form: RefObject<HTMLFormElement | null>;
  draft: ReturnType<typeof useDraft>;
  state: FormState;
  /** What the form's draft was begun with. */
  opened: Opened;
  onOpened: (opened: Opened) => void;
  /** What the page shows now. */
  shown: Opened;
};

/** What was thrown away, and what stood in the form then. */
type Discarded = { typed: FormValues; opened: Opened; left: FormValues };

/**
 * Throws away what was typed, and puts it back until the form is saved: what somebody typed in its place in the
 * meantime stays as it is.
 */
export function useDiscard({ form, draft, state, opened, onOpened, shown }: UseDiscard) {
  const [discarded, setDiscarded] = useState<Discarded | null>(null);
  useEffect(() => {
    if (state.outcome === "saved") setDiscarded(null);
  }, [state]);
  const discard = () => {
    if (!form.current) return;
    const typed = readForm(form.current);
    draft.discard();
    form.current.reset();
    if (shown.base) writeForm(form.current, shown.base);
    onOpened(shown);
    setDiscarded({ typed, opened, left: readForm(form.current) });
  };
  const undo = () => {
    if (!form.current || !discarded) return;
    const now = readForm(form.current);
    const untouched = Object.entries(discarded.typed).filter(
      ([name]) => JSON.stringify(now[name]) === JSON.stringify(discarded.left[name]),
    );
    writeForm(form.current, Object.fromEntries(untouched));
    flushSync(() => {
      onOpened(discarded.opened);
      setDiscarded(null);
    });
    draft.bringBack();
  };
  return { isDiscarded: discarded !== null, discard, undo };
}
