"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { DraftContent } from "@/lib/drafts/schema";
import type { FormState } from "@/lib/web/form-state";
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
 * lost session or another device loses nothing. Answers whether something was brought back, how the draft stands, and
 * what to do where the form is changed by hand of the page (`keep`), is not sent after all (`resume`), or the draft is
 * not wanted (`discard`).
 */
export function useDraft({ form: ref, draft, state, opened, onOpened }: UseDraft) {
  const [restored, setRestored] = useState(false);
  const [status, setStatus] = useState<DraftStatus>(null);
  const keeper = useRef<DraftKeeper | null>(null);
  const latest = useRef({ opened, onOpened });
  latest.current = { opened, onOpened };

  const keep = useCallback(() => {
    if (ref.current) keeper.current?.change({ values: readForm(ref.current), ...latest.current.opened });
  }, [ref]);

  useEffect(() => {
    const form = ref.current;
    if (!form || !draft) return;
    const own = new DraftKeeper(draft, setStatus);
    keeper.current = own;
    let touched = false;
    const onInput = () => {
      touched = true;
      keep();
    };
    findDraft(draft).then((found) => {
      if (!found || touched || keeper.current !== own) return;
      const { values, ...begun } = found.content;
      if (saysTheSame(form, values)) return;
      own.begin(found);
      writeForm(form, values);
      latest.current.onOpened({ ...latest.current.opened, ...begun });
      setRestored(true);
    });
    const onSubmit = () => own.pause();
    const onHide = () => void own.flush(true);
    const onReturn = () => void own.flush();
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    addEventListener("pagehide", onHide);
    addEventListener("online", onReturn);
    addEventListener("focus", onReturn);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      removeEventListener("pagehide", onHide);
      removeEventListener("online", onReturn);
      removeEventListener("focus", onReturn);
      own.end();
      keeper.current = null;
    };
  }, [ref, draft, keep]);

  useEffect(() => {
    if (state.outcome === "untried") return;
    if (state.outcome !== "saved") keeper.current?.resume();
    else if (keeper.current?.saved()) keep();
    if (state.outcome === "saved") setRestored(false);
  }, [state, keep]);

  const discard = useCallback(() => {
    keeper.current?.discard();
    setRestored(false);
  }, []);
  const resume = useCallback(() => keeper.current?.resume(), []);
  return { restored, status, keep, discard, resume };
}
