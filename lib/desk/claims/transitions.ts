import { appendEvent, diffFields } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { notify } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockAnyClaims, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import type { WorkflowState } from "./preconditions";
import type { Assignment, Stage } from "./schema";
import { applyTransition, type Transition, workflow } from "./workflow";
import { readWorkflowState } from "./workflow-state";

const planSelect = {
  id: true,
  stage: true,
  releasedAt: true,
  assigneeId: true,
  dueOn: true,
  priority: true,
} satisfies Prisma.ClaimSelect;
type Plan = Prisma.ClaimGetPayload<{ select: typeof planSelect }>;

/**
 * Sets the assignee, due date and priority of a claim. Throws `not_found` if the assignee is not a staff
 * member, `conflict` if somebody else changed the assignment since `input.was` was read, and for an archived
 * claim.
 */
export async function assignClaim(context: Context, input: Assignment): Promise<void> {
  const actor = authorize(context, "claim.assign");
  const { claimId, was } = input;
  await updateClaim(context, actor, claimId, "claim.assign", async (tx, before, state) => {
    if (was && (["assigneeId", "dueOn", "priority"] as const).some((key) => was[key] !== before[key])) {
      throw new AppError(
        "conflict",
        "Somebody else changed the assignment of this claim after you opened it.",
        [],
        "edited",
      );
    }
    const { personId, dueOn, priority } = input;
    const assignment = await applyAssignment(tx, actor, state, before, personId);
    if (personId !== before.assigneeId)
      await notify(tx, context, { kind: "assigned", claimId, to: [personId] });
    return { ...assignment, dueOn, priority };
  });
}

async function applyAssignment(
  tx: Transaction,
  actor: Actor,
  state: WorkflowState,
  before: Plan,
  assigneeId: string | null,
): Promise<Pick<Plan, "stage" | "assigneeId">> {
  if (assigneeId === before.assigneeId) return { stage: before.stage, assigneeId };
  if (assigneeId && !(await isColleague(tx, assigneeId))) {
    throw new AppError("not_found", "This person is not at this desk.", [], "no_person");
  }
  const early = before.stage === "inbox" || before.stage === "assigned";
  const transition: Transition = early ? (assigneeId ? "assign" : "unassign") : "hand_over";
  return {
    stage: applyTransition(transition, actor.role, { ...state, colleagueId: assigneeId }),
    assigneeId,
  };
}

type Move = Extract<Transition, "review" | "release" | "hide" | "archive" | "restore">;

/**
 * Starts the review (an unassigned claim is assigned to the actor), releases or hides, archives or restores a
 * claim. Throws `conflict` if the claim's stage does not allow it or is not the one that was `seen`.
 */
export async function moveClaim(
  context: Context,
  claimId: string,
  transition: Move,
  seen?: Stage,
): Promise<void> {
  const actor = authorize(context, workflow[transition].action);
  await updateClaim(context, actor, claimId, `claim.${transition}`, async (tx, before, state) => {
    if (seen && seen !== before.stage) {
      throw new AppError("conflict", "Somebody else moved this claim after you opened it.", [], "stage");
    }
    if (transition === "restore") return restoreClaim(tx, context, actor, state, before);
    return {
      stage: applyTransition(transition, actor.role, state),
      ...(transition === "review" && { assigneeId: before.assigneeId ?? actor.id }),
      ...(transition === "release" && { releasedAt: context.now() }),
      // Archiving hides a claim; when restored, it stays internal.
      ...((transition === "hide" || transition === "archive") && { releasedAt: null }),
    };
  });
}

/** A restored claim: assigned to its last assignee, who is notified, or in the inbox if they left. */
async function restoreClaim(
  tx: Transaction,
  context: Context,
  actor: Actor,
  state: WorkflowState,
  { id: claimId, assigneeId }: Plan,
): Promise<Pick<Plan, "stage" | "assigneeId">> {
  const colleagueId = assigneeId && (await isColleague(tx, assigneeId)) ? assigneeId : null;
  const stage = applyTransition("restore", actor.role, { ...state, colleagueId });
  await notify(tx, context, { kind: "assigned", claimId, to: [colleagueId] });
  return { stage, assigneeId: colleagueId };
}

/** Whether a claim can be assigned to this person. */
async function isColleague(tx: Transaction, personId: string): Promise<boolean> {
  const where = { id: personId, active: true, role: { not: "reader" as const } };
  return (await tx.person.count({ where })) > 0;
}

async function updateClaim(
  context: Context,
  actor: Actor,
  claimId: string,
  action: "claim.assign" | `claim.${Move}`,
  next: (tx: Transaction, before: Plan, state: WorkflowState) => Promise<Partial<Plan>>,
): Promise<void> {
  await transaction(async (tx) => {
    if (action === "claim.restore") await lockAnyClaims(tx, [claimId]);
    else await lockClaim(tx, claimId);
    const state = await readWorkflowState(tx, claimId, actor.id);
    const before = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: planSelect });
    const { from, to, changed } = diffFields<Plan>(before, await next(tx, before, state));
    if (changed.length === 0) return;
    await tx.claim.update({ where: { id: claimId }, data: { ...to, updatedAt: context.now() } });
    await appendEvent(tx, actor, context.now(), { action, entity: "claim", entityId: claimId, from, to });
    await projectClaim(tx, claimId);
  });
}
