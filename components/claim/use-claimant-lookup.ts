import { useEffect, useRef, useState } from "react";
import type { Candidate } from "@/lib/desk/claims/schema";

const DEBOUNCE_MS = 250;
/** In characters. */
const MIN_LENGTH = 2;

/** The claimants with the closest names, and the number of all matches. */
type Matches = { claimants: Candidate[]; total: number };

/**
 * Returns the claimants that match a typed name (null before the first lookup), `lookUpClaimants` and
 * `cancel`.
 */
export function useClaimantLookup() {
  const [matches, setMatches] = useState<Matches | null>(null);
  const request = useRef<AbortController>(null);
  const cancel = () => request.current?.abort();
  useEffect(() => () => request.current?.abort(), []);
  const lookUpClaimants = (typed: string) => {
    cancel();
    if (typed.trim().length < MIN_LENGTH) return;
    request.current = new AbortController();
    const { signal } = request.current;
    void fetchMatches(typed, signal).then((next) => {
      if (next && !signal.aborted) setMatches(next);
    });
  };
  return { matches, lookUpClaimants, cancel };
}

/** Loads matches after the debounce; null on failure: the lookup then happens when the form is submitted. */
async function fetchMatches(typed: string, signal: AbortSignal): Promise<Matches | null> {
  await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
  if (signal.aborted) return null;
  try {
    const response = await fetch(`/api/desk/claimants?q=${encodeURIComponent(typed)}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
