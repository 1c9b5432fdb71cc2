"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { flushSync } from "react-dom";
import { neighbour } from "@/lib/text/selection";
import { MarkerButton } from "./marker-button";
import { MarkerToolbar } from "./marker-toolbar";
import { showSelection } from "./text-selection";
import { useTextSelection } from "./use-text-selection";

type ClaimMarkerProps = {
  /** The path that receives the selected range as `start` and `end`. */
  action: string;
  /** Whether the selection becomes a new claim, or the quote of an existing one. */
  purpose: "make" | "move";
  language: string;
  sentences: Array<{ start: number; end: number }>;
  /** The article's text, its pieces with `data-start`. */
  children: ReactNode;
};

const steps: Partial<Record<string, "next" | "previous">> = { ArrowDown: "next", ArrowUp: "previous" };

/** The article's text, in which an editor selects a claim's quote by mouse, touch or keyboard. */
export function ClaimMarker({ action, purpose, language, sentences, children }: ClaimMarkerProps) {
  const t = useTranslations("marking");
  const text = useRef<HTMLElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [selected, read] = useTextSelection(text);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const modified = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
    if (modified || event.target !== event.currentTarget) return;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const sentence = neighbour(sentences, read(), step);
      if (sentence) showSelection(event.currentTarget, sentence);
    } else if (event.key === "Enter") {
      // The form must have the current range before it is submitted.
      const selection = flushSync(read);
      if (selection) form.current?.requestSubmit();
    }
  }

  return (
    <div className="relative min-w-0">
      <section
        ref={text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: sentences are selected by keyboard from here
        tabIndex={0}
        aria-label={t("text")}
        aria-describedby="marking-help"
        onKeyDown={onKeyDown}
        className="grid gap-6 outline-offset-8"
      >
        {children}
      </section>
      <Form id="make-claim" ref={form} action={action} prefetch={false}>
        <input type="hidden" name="start" value={selected?.start ?? ""} />
        <input type="hidden" name="end" value={selected?.end ?? ""} />
      </Form>
      {selected && <MarkerButton form="make-claim" purpose={purpose} selected={selected} />}
      <MarkerToolbar form="make-claim" purpose={purpose} selected={selected} language={language} />
    </div>
  );
}
