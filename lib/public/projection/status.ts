import type { Stage } from "@/lib/platform/db/generated/enums";
import { publishedStatus, type Rating, type RevisionKind, type Status } from "@/lib/record/vocabulary";

/** The sort value of each status in the table. */
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
 * Returns the public status of a claim: its published rating or `retracted`, otherwise the stage of the
 * desk's work. Null for a claim that is not public: without a verdict, and not released or archived.
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
