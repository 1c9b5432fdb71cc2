import { useEffect, useRef, useState } from "react";
import type { Suggestions } from "@/lib/public/projection/document";

/** In milliseconds: who types on is not asked for yet. */
const PAUSE = 120;
/** In characters: less begins too much, more is a message. */
const [SHORTEST, LONGEST] = [2, 300];

/**
 * What the desk suggests for the text of a search box, null while nothing is to be shown, and which of it the keys have
 * come to: -1 for none. Only what was typed last is answered.
 */
export function useSuggestions(address: string) {
  const [found, setFound] = useState<Suggestions | null>(null);
  const [active, setActive] = useState(-1);
  const asking = useRef<AbortController>(null);

  const show = (suggestions: Suggestions | null) => {
    asking.current?.abort();
    setFound(suggestions);
    setActive(-1);
  };
  const look = (typed: string) => {
    const { length } = typed.trim();
    if (length < SHORTEST || length > LONGEST) return show(null);
    asking.current?.abort();
    asking.current = new AbortController();
    setActive(-1);
    const { signal } = asking.current;
    void ask(`${address}&q=${encodeURIComponent(typed)}`, signal).then((suggestions) => {
      if (!signal.aborted) show(suggestions);
    });
  };
  useEffect(() => {
    // Whoever comes back to the page finds it as they would have left it.
    const leave = () => {
      asking.current?.abort();
      setFound(null);
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      asking.current?.abort();
    };
  }, []);
  return { found, active, setActive, look, close: () => show(null) };
}

async function ask(address: string, signal: AbortSignal): Promise<Suggestions | null> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (signal.aborted) return null;
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? (await answer.json()).data : null;
  } catch {
    // Given up, or no network: the form works without.
    return null;
  }
}
