import { useEffect, useRef, useState } from "react";
import type { Candidate } from "@/lib/claims/schema";

/** In milliseconds: who types on is not asked for yet. */
const PAUSE = 250;
/** In characters. */
const SHORTEST = 2;

/** The claimants that the desk knows by a name like the one that is being typed; null before anything was looked up. */
export function useOffered() {
  const [offered, setOffered] = useState<Candidate[] | null>(null);
  const request = useRef<AbortController>(null);
  const stop = () => request.current?.abort();
  useEffect(() => () => request.current?.abort(), []);
  const look = (typed: string) => {
    stop();
    if (typed.trim().length < SHORTEST) return;
    request.current = new AbortController();
    const { signal } = request.current;
    void load(typed, signal).then((found) => {
      if (found && !signal.aborted) setOffered(found);
    });
  };
  return { offered, look, stop };
}

async function load(typed: string, signal: AbortSignal): Promise<Candidate[] | null> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (signal.aborted) return null;
  try {
    const response = await fetch(`/api/desk/claimants?q=${encodeURIComponent(typed)}`, { signal });
    return response.ok ? (await response.json()).claimants : null;
  } catch {
    // Aborted, or no network: the form asks when it is sent.
    return null;
  }
}
