"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { flushSync } from "react-dom";
import { neighbour } from "@/lib/text/selection";
import { MarkerButton } from "./marker-button";
import { MarkerToolbar } from "./marker-toolbar";
import { showSelection } from "./shown-text";
import { useSelectedWords } from "./use-selected-words";

type ClaimMarkerProps = {
  /** Where the claim is made or its quote moved, with the place of the words as `start` and `end`. */
  action: string;
  /** What becomes of the words: a claim, or the quote of one that there is. */
  purpose: "make" | "move";
  language: string;
  sentences: Array<{ start: number; end: number }>;
  /** The article's text, with `data-start` on its pieces. */
  children: ReactNode;
};

const steps: Partial<Record<string, "next" | "previous">> = { ArrowDown: "next", ArrowUp: "previous" };

/** The article's text, in which an editor selects the words of a claim: by mouse, touch or keyboard. */
export function ClaimMarker({ action, purpose, language, sentences, children }: ClaimMarkerProps) {
  const t = useTranslations("marking");
  const text = useRef<HTMLElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [selected, read] = useSelectedWords(text);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const modified = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
    if (modified || event.target !== event.currentTarget) return;
    const way = steps[event.key];
    if (way) {
      event.preventDefault();
      const sentence = neighbour(sentences, read(), way);
      if (sentence) showSelection(event.currentTarget, sentence);
    } else if (event.key === "Enter") {
      // The place must stand in the form before it is sent, however fast the keys were.
      const found = flushSync(read);
      if (found) form.current?.requestSubmit();
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
