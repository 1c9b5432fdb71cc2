import { useState } from "react";
import type { Candidate } from "@/lib/desk/claims/schema";
import type { Localized } from "@/lib/i18n/localized";

/** What a form's answer asked: which of the candidates is meant by the names. */
export type Asked = { names: Localized; candidates: Candidate[] };

/**
 * The last question of a form, and all candidates that its answers offered: they stay on the page until it shows another
 * thing as chosen (`current`), so that what is chosen does not vanish between the save and the new page.
 */
export function useAsked(
  offered: Candidate[] | undefined,
  question: Localized | null,
  current: string | undefined,
): { asked: Asked | null; candidates: Candidate[] } {
  const [seen, setSeen] = useState({ offered, current });
  const [asked, setAsked] = useState<Asked | null>(
    offered && question ? { names: question, candidates: offered } : null,
  );
  const [candidates, setCandidates] = useState<Candidate[]>(offered ?? []);
  if (seen.current !== current || seen.offered !== offered) {
    setSeen({ offered, current });
    const kept = seen.current === current ? candidates : [];
    setCandidates(offered ? unique([...offered, ...kept]) : kept);
    if (offered && question) setAsked({ names: question, candidates: offered });
    else if (seen.current !== current) setAsked(null);
  }
  return { asked, candidates };
}

/** Each candidate once. */
export function unique(candidates: Candidate[]): Candidate[] {
  return [
    ...new Map(candidates.toReversed().map((candidate) => [candidate.key, candidate])).values(),
  ].toReversed();
}
