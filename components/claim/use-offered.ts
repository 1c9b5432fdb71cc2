import { useEffect, useRef, useState } from "react";
import type { Candidate } from "@/lib/desk/claims/schema";

/** In milliseconds: who types on is not asked for yet. */
const PAUSE = 250;
/** In characters. */
const SHORTEST = 2;

/** The closest of those that the desk knows by a name like the one that is typed, and how many there are. */
type Offered = { claimants: Candidate[]; total: number };

/** The claimants that are offered while a name is typed; null before anything was looked up. */
export function useOffered() {
  const [offered, setOffered] = useState<Offered | null>(null);
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

async function load(typed: string, signal: AbortSignal): Promise<Offered | null> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (signal.aborted) return null;
  try {
    const response = await fetch(`/api/desk/claimants?q=${encodeURIComponent(typed)}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    // Aborted, or no network: the form asks when it is sent.
    return null;
  }
}
