import { type Action, isAllowed, type Role } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Precondition, preconditions, type Violation, type WorkflowState } from "./preconditions";
import type { Stage } from "./schema";

type Rule = {
  from: readonly Stage[];
  /**
   * `same`: the stage does not change. `before_proposal`: published if it has a revision, else in review.
   * `before_archive`: assigned if it has an assignee, else inbox.
   */
  to: Stage | "same" | "before_proposal" | "before_archive";
  action: Action;
  preconditions: readonly Precondition[];
};

/**
 * All transitions of a claim: the stages they start from, the stage they lead to, the permission they need
 * and their preconditions. No other code changes the stage.
 */
export const workflow = {
  assign: {
    from: ["inbox", "assigned"],
    to: "assigned",
    action: "claim.assign",
    preconditions: ["colleague"],
  },
  unassign: { from: ["assigned"], to: "inbox", action: "claim.assign", preconditions: [] },
  hand_over: {
    from: ["in_review", "proposed", "published"],
    to: "same",
    action: "claim.assign",
    preconditions: [],
  },
  review: { from: ["inbox", "assigned"], to: "in_review", action: "claim.review", preconditions: [] },
  propose: {
    from: ["inbox", "assigned", "in_review", "published"],
    to: "proposed",
    action: "verdict.propose",
    preconditions: ["verdict", "kind", "public_note", "evidence"],
  },
  renew: { from: ["proposed"], to: "before_proposal", action: "verdict.propose", preconditions: [] },
  return: {
    from: ["proposed"],
    to: "before_proposal",
    action: "verdict.return",
    preconditions: ["return_note"],
  },
  withdraw: {
    from: ["proposed"],
    to: "before_proposal",
    action: "verdict.withdraw",
    preconditions: ["own_proposal"],
  },
  publish: {
    from: ["proposed"],
    to: "published",
    action: "verdict.publish",
    preconditions: ["four_eyes", "verdict", "kind", "public_note", "evidence"],
  },
  release: {
    from: ["inbox", "assigned", "in_review", "proposed"],
    to: "same",
    action: "claim.release",
    preconditions: ["internal"],
  },
  hide: {
    from: ["inbox", "assigned", "in_review", "proposed"],
    to: "same",
    action: "claim.release",
    preconditions: ["unpublished", "released"],
  },
  archive: {
    from: ["inbox", "assigned", "in_review"],
    to: "archived",
    action: "claim.archive",
    preconditions: [],
  },
  restore: { from: ["archived"], to: "before_archive", action: "claim.archive", preconditions: [] },
} as const satisfies Record<string, Rule>;
export type Transition = keyof typeof workflow;
/** The names of all transitions. */
export const transitions = Object.keys(workflow) as Transition[];

/** Whether the transition is allowed from this stage. */
export function canTransition(stage: Stage, transition: Transition): boolean {
  return (workflow[transition].from as readonly Stage[]).includes(stage);
}

/**
 * The reasons that forbid the transition, empty if it is allowed. The role is checked first, then the stage.
 */
export function findViolations(transition: Transition, role: Role, state: WorkflowState): Violation[] {
  const rule: Rule = workflow[transition];
  if (!isAllowed(role, rule.action)) return [{ code: "forbidden", reason: "role" }];
  if (!canTransition(state.stage, transition)) return [{ code: "conflict", reason: "stage" }];
  return rule.preconditions.flatMap((name) => preconditions[name](state));
}

/**
 * Returns the stage after the transition. Throws `forbidden` if the role may not do it, `conflict` if the
 * claim is at another stage, `invalid` with every field that violates a precondition.
 */
export function applyTransition(transition: Transition, role: Role, state: WorkflowState): Stage {
  const violations = findViolations(transition, role, state);
  const first =
    violations.find(({ code }) => code === "forbidden") ?? violations.find(({ code }) => code === "conflict");
  if (first)
    throw new AppError(first.code, `This claim cannot ${transition}: ${first.reason}.`, [], first.reason);
  const details = violations.flatMap(({ path, reason }) => (path ? [{ path, message: reason }] : []));
  if (details.length > 0)
    throw new AppError("invalid", "Some fields are missing or invalid for this transition.", details);
  const { to }: Rule = workflow[transition];
  if (to === "same") return state.stage;
  if (to === "before_archive") return state.colleagueId ? "assigned" : "inbox";
  if (to === "before_proposal") return state.published > 0 ? "published" : "in_review";
  return to;
}
