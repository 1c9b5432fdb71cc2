import { useState } from "react";
import type { Candidate } from "@/lib/desk/claims/schema";
import type { Localized } from "@/lib/i18n/localized";

/** The question of a form's result: which of the candidates the names mean. */
export type Disambiguation = { names: Localized; candidates: Candidate[] };

/**
 * Returns the latest question of a form, and the candidates of all its results. They stay until the page has
 * another `current` value, so that the chosen one does not disappear between save and rendering.
 */
export function useDisambiguation(
  offered: Candidate[] | undefined,
  names: Localized | null,
  current: string | undefined,
): { question: Disambiguation | null; candidates: Candidate[] } {
  const [previous, setPrevious] = useState({ offered, current });
  const [question, setQuestion] = useState<Disambiguation | null>(
    offered && names ? { names, candidates: offered } : null,
  );
  const [candidates, setCandidates] = useState<Candidate[]>(offered ?? []);
  if (previous.current !== current || previous.offered !== offered) {
    setPrevious({ offered, current });
    const earlier = previous.current === current ? candidates : [];
    setCandidates(offered ? uniqueCandidates([...offered, ...earlier]) : earlier);
    if (offered && names) setQuestion({ names, candidates: offered });
    else if (previous.current !== current) setQuestion(null);
  }
  return { question, candidates };
}

/** Returns each candidate once, by key. */
export function uniqueCandidates(candidates: Candidate[]): Candidate[] {
  return [
    ...new Map(candidates.toReversed().map((candidate) => [candidate.key, candidate])).values(),
  ].toReversed();
}
