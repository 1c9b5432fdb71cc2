"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Keeps the focus where it was when the page is rendered anew: a thing that was moved is found again by its id or its
 * address; for one that is gone, the heading of its section takes the focus. `drawn` changes with each drawing. `goBack` leads from what lies over the page to where somebody was before.
 */
export function useFocusKept(drawn: number): { goBack: () => void } {
  const before = useRef<Element | null>(null);
  const section = useRef("");
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest("main") || target.closest("[data-over-the-page]"))
        return;
      before.current = target;
      section.current = target.closest("section[id]")?.id ?? "";
    };
    // Left on purpose, not taken off the page.
    const forget = () =>
      setTimeout(() => {
        if (before.current?.isConnected && document.activeElement === document.body) before.current = null;
      });
    document.addEventListener("focusin", note);
    document.addEventListener("focusout", forget);
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the page was drawn anew
  useEffect(() => {
    const lost = before.current && !before.current.isConnected && document.activeElement === document.body;
    if (lost && before.current) focus(again(before.current) ?? headingOf(section.current));
  }, [drawn]);
  const goBack = useCallback(() => focus(before.current ?? document.querySelector("main")), []);
  return { goBack };
}

/** What stands now for a thing that was there before. */
function again(gone: Element): Element | null {
  const link = gone.getAttribute("href");
  return (
    (gone.id && document.getElementById(gone.id)) ||
    (link && document.querySelector(`main a[href="${CSS.escape(link)}"]`)) ||
    null
  );
}

function headingOf(section: string): HTMLElement | null {
  const heading = section ? document.getElementById(`${section}-heading`) : null;
  if (heading) heading.tabIndex = -1;
  return heading;
}

function focus(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
