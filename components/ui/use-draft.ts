"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

type Draft = Record<string, string[]>;

const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      (element instanceof HTMLInputElement && !["hidden", "password", "submit"].includes(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );

const isTicked = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);

function read(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const control of controlsOf(form)) {
    if (!control.name) continue;
    draft[control.name] ??= [];
    if (!isTicked(control) || control.checked) draft[control.name]?.push(control.value);
  }
  return draft;
}

function write(form: HTMLFormElement, draft: Draft): void {
  for (const control of controlsOf(form)) {
    const values = draft[control.name];
    if (!values) continue;
    if (isTicked(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

/**
 * Keeps what is typed into a form in this browser, under `key`, until it is saved: a reload, a closed tab or a lost
 * session loses nothing. Answers whether something was brought back, and how to throw it away.
 */
export function useDraft(ref: RefObject<HTMLFormElement | null>, key: string | undefined, savedAt: number) {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const form = ref.current;
    if (!form || !key) return;
    const kept = localStorage.getItem(key);
    if (kept && kept !== JSON.stringify(read(form))) {
      write(form, JSON.parse(kept));
      setRestored(true);
    }
    const keep = () => localStorage.setItem(key, JSON.stringify(read(form)));
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, [ref, key]);
  const forget = useCallback(() => {
    if (key) localStorage.removeItem(key);
    setRestored(false);
  }, [key]);
  useEffect(() => {
    if (savedAt > 0) forget();
  }, [savedAt, forget]);
  const discard = useCallback(() => {
    forget();
    ref.current?.reset();
  }, [forget, ref]);
  return { restored, forget, discard };
}
