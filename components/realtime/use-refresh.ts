"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { isEditing } from "@/components/ui/unsaved-changes";

// Batches related changes, and lets the page that made a change render it first.
const DEBOUNCE_MS = 300;
const MIN_INTERVAL_MS = 2_000;

/** How a page is rendered again after changes. */
export type Refresh = {
  /**
   * Renders the page soon, at most every two seconds, while it is visible; defers while somebody is editing.
   */
  schedule: () => void;
  /** Renders the page at once, also while somebody is editing: forms keep their values. */
  refresh: () => void;
  /** Whether an update is deferred because somebody is editing. */
  isDeferred: boolean;
};

/** `hasUpdate` is called just before rendering. Parameters must be stable functions, as the returned are. */
export function useRefresh(hasUpdate: () => boolean, onRefresh: () => void): Refresh {
  const router = useRouter();
  const [isDeferred, setDeferred] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(0);
  const refresh = useCallback(() => {
    last.current = Date.now();
    setDeferred(false);
    onRefresh();
    router.refresh();
  }, [router, onRefresh]);
  const schedule = useCallback(() => {
    if (timer.current || document.hidden) return;
    const update = () => {
      timer.current = undefined;
      if (document.hidden) return;
      const [isOutdated, isBusy] = [hasUpdate(), isEditing()];
      setDeferred(isOutdated && isBusy);
      if (isOutdated && !isBusy) refresh();
    };
    timer.current = setTimeout(update, Math.max(DEBOUNCE_MS, last.current + MIN_INTERVAL_MS - Date.now()));
  }, [refresh, hasUpdate]);
  useEffect(() => {
    const onVisibilityChange = () => schedule();
    document.addEventListener("visibilitychange", onVisibilityChange);
    return () => {
      document.removeEventListener("visibilitychange", onVisibilityChange);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [schedule]);
  return { schedule, refresh, isDeferred };
}
