"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DraftContent } from "@/lib/desk/drafts/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import { DraftKeeper, type DraftStatus } from "./draft-keeper";
import { findDraft } from "./draft-store";
import { readForm, saysTheSame, writeForm } from "./form-values";

/** What a form was opened with: the version and the values of the row that it edits. */
export type Opened = Pick<DraftContent, "version" | "base">;

type UseDraft = {
  form: RefObject<HTMLFormElement | null>;
  /** The draft's name, `draft:PERSON:KEY`; nothing is kept without. */
  draft: string | undefined;
  state: FormState;
  opened: Opened;
  /** Told what the restored draft was begun with. */
  onOpened: (opened: Opened) => void;
};

/**
 * Keeps what is typed into a form, in this browser and on the server, until it is saved: a reload, a closed tab, a
 * lost session or another device loses nothing. What is brought back leaves alone what was typed before it came. Answers
 * whether something was brought back, how the draft stands, and what to do where the form is changed by hand of the
 * page (`keep`), or the draft is not wanted (`discard`) or wanted after all (`bringBack`). `sending` is called when the form is sent; what it answers is
 * to be told whether it was saved, also when the form is gone.
 */
export function useDraft({ form: ref, draft, state, opened, onOpened }: UseDraft) {
  const [restored, setRestored] = useState(false);
  const [status, setStatus] = useState<DraftStatus>(null);
  const keeper = useRef<DraftKeeper | null>(null);
  const typedOn = useRef(false);
  const latest = useRef({ opened, onOpened });
  latest.current = { opened, onOpened };

  const keep = useCallback(() => {
    if (ref.current) keeper.current?.change({ values: readForm(ref.current), ...latest.current.opened });
  }, [ref]);

  // Before the form is drawn, so that nobody can type unheard.
  useLayoutEffect(() => {
    const form = ref.current;
    if (!form || !draft) return;
    const own = new DraftKeeper(draft, setStatus);
    keeper.current = own;
    const touched = new Set<string>();
    const note = (target: EventTarget | null) => {
      if (target instanceof HTMLElement && form.contains(target))
        touched.add(target.getAttribute("name") ?? "");
    };
    // Somebody may have begun before this script was there.
    note(document.activeElement);
    const onInput = ({ target }: Event) => {
      note(target);
      keep();
    };
    findDraft(draft).then((found) => {
      if (!found || keeper.current !== own) return;
      const { values, ...begun } = found.content;
      const missing = Object.fromEntries(Object.entries(values).filter(([name]) => !touched.has(name)));
      if (saysTheSame(form, missing)) return;
      own.begin(found);
      writeForm(form, missing);
      const from = { ...latest.current.opened, ...begun };
      if (touched.size > 0) own.change({ values: readForm(form), ...from });
      latest.current.onOpened(from);
      setRestored(true);
    });
    const onHide = () => void own.flush(true);
    const onReturn = () => void own.flush();
    form.addEventListener("input", onInput);
    addEventListener("pagehide", onHide);
    addEventListener("online", onReturn);
    addEventListener("focus", onReturn);
    return () => {
      form.removeEventListener("input", onInput);
      removeEventListener("pagehide", onHide);
      removeEventListener("online", onReturn);
      removeEventListener("focus", onReturn);
      own.end();
      keeper.current = null;
    };
  }, [ref, draft, keep]);

  useEffect(() => {
    if (state.outcome !== "saved") return;
    if (typedOn.current) keep();
    setRestored(false);
  }, [state, keep]);

  const discard = useCallback(() => {
    keeper.current?.discard();
    setRestored(false);
  }, []);
  const bringBack = useCallback(() => {
    keep();
    setRestored(true);
  }, [keep]);
  const sending = useCallback(() => {
    const own = keeper.current;
    own?.pause();
    return (saved: boolean) => {
      typedOn.current = saved && own?.saved() === true;
      if (!saved) own?.resume();
    };
  }, []);
  return { restored, status, keep, discard, bringBack, sending };
}
