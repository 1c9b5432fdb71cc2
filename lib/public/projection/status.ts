import type { Stage } from "@/lib/platform/db/generated/enums";
import { publishedStatus, type Rating, type RevisionKind, type Status } from "@/lib/record/vocabulary";

/** The order of statuses in the table, from the firmest yes to not looked at yet. */
export const statusRanks: Record<Status, number> = {
  verified: 5,
  needs_context: 3,
  disputed: 2,
  false: 1,
  unproven: 0,
  retracted: -1,
  in_review: -2,
  unchecked: -3,
};

/**
 * What readers see of a claim: its published rating (or `retracted`), else how far the desk is. Null for a claim that is
 * not public: nothing is published, and it was not released or is archived.
 */
export function publicStatus(
  stage: Stage,
  released: boolean,
  last: { kind: RevisionKind; rating: Rating } | null,
): Status | null {
  if (last) return publishedStatus(last);
  if (!released || stage === "archived") return null;
  return stage === "in_review" || stage === "proposed" ? "in_review" : "unchecked";
}
