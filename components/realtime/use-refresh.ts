"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { isEditing } from "@/components/ui/unsaved";

// Long enough for what belongs together, and for the page that made the change to show it by itself.
const SOON_MS = 300;
const SPACING_MS = 2_000;

/** Draws the page anew when something on it changed. */
export type Refresh = {
  /** Soon and not too often, once the page is looked at; not while somebody is editing on it. */
  soon: () => void;
  /** At once, whatever is typed: forms keep it. */
  now: () => void;
  /** Whether the page waits with that because somebody is editing. */
  held: boolean;
};

/** `wanted` says whether there is anything to show when it comes to it; both functions are the same ones all along. */
export function useRefresh(wanted: () => boolean, onRefresh: () => void): Refresh {
  const router = useRouter();
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(0);
  const now = useCallback(() => {
    last.current = Date.now();
    setHeld(false);
    onRefresh();
    router.refresh();
  }, [router, onRefresh]);
  const soon = useCallback(() => {
    if (timer.current || document.hidden) return;
    const settle = () => {
      timer.current = undefined;
      if (document.hidden) return;
      const [wants, waits] = [wanted(), isEditing()];
      setHeld(wants && waits);
      if (wants && !waits) now();
    };
    timer.current = setTimeout(settle, Math.max(SOON_MS, last.current + SPACING_MS - Date.now()));
  }, [now, wanted]);
  useEffect(() => {
    const look = () => soon();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [soon]);
  return { soon, now, held };
}
