import { type Action, may, type Role } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Fault, type Need, needs, type Standing } from "./needs";
import type { Stage } from "./schema";

type Rule = {
  from: readonly Stage[];
  /**
   * `same` leaves the claim where it is; `settled` is where it was before the proposal: published if it ever was;
   * `planned` is assigned where a colleague works on it, else the inbox.
   */
  to: Stage | "same" | "settled" | "planned";
  action: Action;
  needs: readonly Need[];
};

/**
 * Every step that a claim can take: from where, to where, who may (the roles of the action in the table of
 * permissions) and what must be there. Nothing else moves a claim.
 */
export const workflow = {
  assign: { from: ["inbox", "assigned"], to: "assigned", action: "claim.assign", needs: ["colleague"] },
  unassign: { from: ["assigned"], to: "inbox", action: "claim.assign", needs: [] },
  hand_over: { from: ["in_review", "proposed", "published"], to: "same", action: "claim.assign", needs: [] },
  review: { from: ["inbox", "assigned"], to: "in_review", action: "claim.review", needs: [] },
  propose: {
    from: ["inbox", "assigned", "in_review", "published"],
    to: "proposed",
    action: "verdict.propose",
    needs: ["verdict", "kind", "public_note", "evidence"],
  },
  renew: { from: ["proposed"], to: "settled", action: "verdict.propose", needs: [] },
  return: { from: ["proposed"], to: "settled", action: "verdict.return", needs: ["return_note"] },
  withdraw: { from: ["proposed"], to: "settled", action: "verdict.withdraw", needs: ["own_proposal"] },
  publish: {
    from: ["proposed"],
    to: "published",
    action: "verdict.publish",
    needs: ["four_eyes", "verdict", "kind", "public_note", "evidence"],
  },
  release: {
    from: ["inbox", "assigned", "in_review", "proposed"],
    to: "same",
    action: "claim.release",
    needs: ["internal"],
  },
  hide: {
    from: ["inbox", "assigned", "in_review", "proposed"],
    to: "same",
    action: "claim.release",
    needs: ["unpublished", "released"],
  },
  archive: { from: ["inbox", "assigned", "in_review"], to: "archived", action: "claim.archive", needs: [] },
  restore: { from: ["archived"], to: "planned", action: "claim.archive", needs: [] },
} as const satisfies Record<string, Rule>;
export type Step = keyof typeof workflow;
export const steps = Object.keys(workflow) as Step[];

/** Whether the claim can take this step from where it is. */
export function canMove(stage: Stage, step: Step): boolean {
  return (workflow[step].from as readonly Stage[]).includes(stage);
}

/** What stands against the step: nothing, when the list is empty. The role is looked at first, then the stage. */
export function faultsOf(step: Step, role: Role, standing: Standing): Fault[] {
  const rule: Rule = workflow[step];
  if (!may(role, rule.action)) return [{ code: "forbidden", reason: "role" }];
  if (!canMove(standing.stage, step)) return [{ code: "conflict", reason: "stage" }];
  return rule.needs.flatMap((need) => needs[need](standing));
}

/**
 * The stage after the step. Throws `forbidden` where the person may not take it, `conflict` where the claim is at
 * another stage, as after somebody else's step, `invalid` with every field that is not as it must be.
 */
export function take(step: Step, role: Role, standing: Standing): Stage {
  const faults = faultsOf(step, role, standing);
  const first =
    faults.find(({ code }) => code === "forbidden") ?? faults.find(({ code }) => code === "conflict");
  if (first) throw new AppError(first.code, `This claim cannot ${step}: ${first.reason}.`, [], first.reason);
  const details = faults.flatMap(({ path, reason }) => (path ? [{ path, message: reason }] : []));
  if (details.length > 0) throw new AppError("invalid", "Something is missing for this step.", details);
  const { to }: Rule = workflow[step];
  if (to === "same") return standing.stage;
  if (to === "planned") return standing.colleagueId ? "assigned" : "inbox";
  if (to === "settled") return standing.published > 0 ? "published" : "in_review";
  return to;
}
