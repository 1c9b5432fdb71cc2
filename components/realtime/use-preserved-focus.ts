"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Preserves the focus when the page is rendered again: on the element with the same id or link, else on the
 * heading of its section. `renderKey` changes with each rendering. The returned `restoreFocus` moves the
 * focus from an overlay back to the page.
 */
export function usePreservedFocus(renderKey: number): { restoreFocus: () => void } {
  const focused = useRef<Element | null>(null);
  const section = useRef("");
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest("main") || target.closest("[data-overlay]")) return;
      focused.current = target;
      section.current = target.closest("section[id]")?.id ?? "";
    };
    // The user moved the focus away; the element was not removed.
    const onFocusOut = () =>
      setTimeout(() => {
        if (focused.current?.isConnected && document.activeElement === document.body) focused.current = null;
      });
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("focusout", onFocusOut);
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("focusout", onFocusOut);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each rendering of the page
  useEffect(() => {
    const removed = focused.current && !focused.current.isConnected ? focused.current : null;
    if (removed && document.activeElement === document.body)
      focus(findReplacement(removed) ?? headingOf(section.current));
  }, [renderKey]);
  const restoreFocus = useCallback(() => focus(focused.current ?? document.querySelector("main")), []);
  return { restoreFocus };
}

/** Finds the element that replaced a removed one. */
function findReplacement(removed: Element): Element | null {
  const link = removed.getAttribute("href");
  return (
    (removed.id && document.getElementById(removed.id)) ||
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
