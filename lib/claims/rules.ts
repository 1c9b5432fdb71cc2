import { AppError } from "@/lib/errors";
import type { Stage } from "./schema";

/** What moves a claim from stage to stage. `settled` is where a claim goes back to: published if it ever was. */
export const transitions = {
  assign: { from: ["inbox", "assigned"], to: "assigned" },
  review: { from: ["inbox", "assigned"], to: "in_review" },
  propose: { from: ["inbox", "assigned", "in_review", "published"], to: "proposed" },
  return: { from: ["proposed"], to: "settled" },
  withdraw: { from: ["proposed"], to: "settled" },
  publish: { from: ["proposed"], to: "published" },
  archive: { from: ["inbox", "assigned", "in_review"], to: "archived" },
  restore: { from: ["archived"], to: "inbox" },
} as const satisfies Record<string, { from: readonly Stage[]; to: Stage | "settled" }>;
export type Transition = keyof typeof transitions;

/** Whether the claim can take this step from where it is. */
export function canMove(stage: Stage, transition: Transition): boolean {
  return (transitions[transition].from as readonly Stage[]).includes(stage);
}

/**
 * The stage after the step. `revisions` is how many revisions are published.
 * Throws `conflict` where the claim is at another stage, as after somebody else's step.
 */
export function move(stage: Stage, transition: Transition, revisions: number): Stage {
  if (!canMove(stage, transition)) {
    throw new AppError("conflict", `A claim that is ${stage} cannot ${transition}.`, [], "stage");
  }
  const { to } = transitions[transition];
  if (to !== "settled") return to;
  return revisions > 0 ? "published" : "in_review";
}
