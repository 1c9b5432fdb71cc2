import { useEffect, useRef, useState } from "react";
import type { Suggestions } from "@/lib/public/projection/document";

const DEBOUNCE_MS = 120;
/** In characters: a longer text is a message, not a search. */
const [MIN_LENGTH, MAX_LENGTH] = [2, 300];

/**
 * Returns the suggestions for a search box (null while the list is closed), the index of the active one (-1
 * for none), `search`, which loads suggestions and aborts the request before, and `close`.
 */
export function useSuggestions(endpoint: string) {
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null);
  const [active, setActive] = useState(-1);
  const request = useRef<AbortController>(null);

  const show = (next: Suggestions | null) => {
    request.current?.abort();
    setSuggestions(next);
    setActive(-1);
  };
  const search = (typed: string) => {
    const { length } = typed.trim();
    if (length < MIN_LENGTH || length > MAX_LENGTH) return show(null);
    request.current?.abort();
    request.current = new AbortController();
    setActive(-1);
    const { signal } = request.current;
    void fetchSuggestions(`${endpoint}&q=${encodeURIComponent(typed)}`, signal).then((next) => {
      if (!signal.aborted) show(next);
    });
  };
  useEffect(() => {
    // The list is closed when the page is restored from the back/forward cache.
    const onPageHide = () => {
      request.current?.abort();
      setSuggestions(null);
    };
    addEventListener("pagehide", onPageHide);
    return () => {
      removeEventListener("pagehide", onPageHide);
      request.current?.abort();
    };
  }, []);
  return { suggestions, active, setActive, search, close: () => show(null) };
}

/** Loads suggestions after the debounce; null on failure: the search works without them. */
async function fetchSuggestions(url: string, signal: AbortSignal): Promise<Suggestions | null> {
  await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
  if (signal.aborted) return null;
  try {
    const response = await fetch(url, { signal });
    return response.ok ? (await response.json()).data : null;
  } catch {
    return null;
  }
}
