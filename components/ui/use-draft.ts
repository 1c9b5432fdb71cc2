"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DraftContent } from "@/lib/desk/drafts/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import { DraftAutosave, type DraftStatus } from "./draft-autosave";
import { loadDraft } from "./draft-store";
import { hasSameValues, readForm, writeForm } from "./form-values";

/** The version and the values of the row that a form's content is based on. */
export type FormBase = Pick<DraftContent, "version" | "base">;

type UseDraft = {
  form: RefObject<HTMLFormElement | null>;
  /** The draft's name, `draft:PERSON:KEY`; without one no draft is saved. */
  draft: string | undefined;
  state: FormState;
  formBase: FormBase;
  /** Called with the base of a restored draft. */
  onFormBase: (formBase: FormBase) => void;
};

/**
 * Saves a form's content as a draft, in this browser and on the server, until the form is saved; restores it
 * when the form is mounted, except in fields that were changed before it was loaded.
 *
 * Returns whether a draft was restored, its status, `save` (after a script changed the form), `discard`,
 * `undoDiscard`, and `submitting`: call it on submit, and the function that it returns with whether the form
 * was saved.
 */
export function useDraft({ form: ref, draft, state, formBase, onFormBase }: UseDraft) {
  const [restored, setRestored] = useState(false);
  const [status, setStatus] = useState<DraftStatus>(null);
  const autosave = useRef<DraftAutosave | null>(null);
  const changedMeanwhile = useRef(false);
  const latest = useRef({ formBase, onFormBase });
  latest.current = { formBase, onFormBase };

  const save = useCallback(() => {
    if (ref.current) autosave.current?.change({ values: readForm(ref.current), ...latest.current.formBase });
  }, [ref]);

  // Before the first paint, so that no input event is missed.
  useLayoutEffect(() => {
    const form = ref.current;
    if (!form || !draft) return;
    const own = new DraftAutosave(draft, setStatus);
    autosave.current = own;
    const touched = new Set<string>();
    const markTouched = (target: EventTarget | null) => {
      if (target instanceof HTMLElement && form.contains(target))
        touched.add(target.getAttribute("name") ?? "");
    };
    // The field may have been changed before hydration.
    markTouched(document.activeElement);
    const onInput = ({ target }: Event) => {
      markTouched(target);
      save();
    };
    loadDraft(draft).then((stored) => {
      if (!stored || autosave.current !== own) return;
      const { values, ...storedBase } = stored.content;
      const missing = Object.fromEntries(Object.entries(values).filter(([name]) => !touched.has(name)));
      if (hasSameValues(form, missing)) return;
      own.restore(stored);
      writeForm(form, missing);
      const base = { ...latest.current.formBase, ...storedBase };
      if (touched.size > 0) own.change({ values: readForm(form), ...base });
      latest.current.onFormBase(base);
      setRestored(true);
    });
    const onHide = () => void own.flush(true);
    const onResume = () => void own.flush();
    form.addEventListener("input", onInput);
    addEventListener("pagehide", onHide);
    addEventListener("online", onResume);
    addEventListener("focus", onResume);
    return () => {
      form.removeEventListener("input", onInput);
      removeEventListener("pagehide", onHide);
      removeEventListener("online", onResume);
      removeEventListener("focus", onResume);
      own.end();
      autosave.current = null;
    };
  }, [ref, draft, save]);

  useEffect(() => {
    if (state.outcome !== "saved") return;
    if (changedMeanwhile.current) save();
    setRestored(false);
  }, [state, save]);

  const discard = useCallback(() => {
    autosave.current?.discard();
    setRestored(false);
  }, []);
  const undoDiscard = useCallback(() => {
    save();
    setRestored(true);
  }, [save]);
  const submitting = useCallback(() => {
    const own = autosave.current;
    own?.pause();
    return (isSaved: boolean) => {
      changedMeanwhile.current = isSaved && own?.submitted() === true;
      if (!isSaved) own?.resume();
    };
  }, []);
  return { restored, status, save, discard, undoDiscard, submitting };
}
