import { appendEvent, difference } from "@/lib/desk/audit/events";
import { type Actor, authorize, type Context } from "@/lib/desk/auth/permissions";
import { notify } from "@/lib/desk/notifications/commands";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockAnyClaims, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import type { Standing } from "./needs";
import type { Assignment, Stage } from "./schema";
import { readStanding } from "./standing";
import { type Step, take, workflow } from "./workflow";

const planned = {
  id: true,
  stage: true,
  releasedAt: true,
  assigneeId: true,
  dueOn: true,
  priority: true,
} satisfies Prisma.ClaimSelect;
type Planned = Prisma.ClaimGetPayload<{ select: typeof planned }>;

/**
 * Gives the claim to a person of the desk or to nobody, by when and how urgently. Throws `invalid` for a person who
 * cannot work on it, `conflict` where somebody else planned it since `input.was` was read, and for an archived claim.
 */
export async function assignClaim(context: Context, input: Assignment): Promise<void> {
  const actor = authorize(context, "claim.assign");
  const { claimId, was } = input;
  await change(context, actor, claimId, "claim.assign", async (tx, before, standing) => {
    if (was && (["assigneeId", "dueOn", "priority"] as const).some((key) => was[key] !== before[key])) {
      throw new AppError("conflict", "Somebody else planned this claim after you opened it.", [], "edited");
    }
    const { personId, dueOn, priority } = input;
    const assignment = await assigned(tx, actor, standing, before, personId);
    if (personId !== before.assigneeId)
      await notify(tx, context, { kind: "assigned", claimId, to: [personId] });
    return { ...assignment, dueOn, priority };
  });
}

async function assigned(
  tx: Transaction,
  actor: Actor,
  standing: Standing,
  before: Planned,
  assigneeId: string | null,
): Promise<Pick<Planned, "stage" | "assigneeId">> {
  if (assigneeId === before.assigneeId) return { stage: before.stage, assigneeId };
  if (assigneeId && !(await isColleague(tx, assigneeId))) {
    throw new AppError("not_found", "There is no such person at this desk.", [], "no_person");
  }
  const early = before.stage === "inbox" || before.stage === "assigned";
  const step: Step = early ? (assigneeId ? "assign" : "unassign") : "hand_over";
  return { stage: take(step, actor.role, { ...standing, colleagueId: assigneeId }), assigneeId };
}

type Move = Extract<Step, "review" | "release" | "hide" | "archive" | "restore">;

/**
 * Takes a step that changes nothing of what the claim says: starting the review (whoever starts it works on it, where
 * nobody does), releasing it to readers and making it internal again, archiving, restoring.
 * Throws `conflict` where the claim's stage does not allow it, or is not the one that was `seen`. Of an archived claim
 * nothing but restoring is allowed.
 */
export async function moveClaim(context: Context, claimId: string, step: Move, seen?: Stage): Promise<void> {
  const actor = authorize(context, workflow[step].action);
  await change(context, actor, claimId, `claim.${step}`, async (tx, before, standing) => {
    if (seen && seen !== before.stage) {
      throw new AppError("conflict", "Somebody else moved this claim after you opened it.", [], "stage");
    }
    if (step === "restore") return restored(tx, context, actor, standing, before);
    return {
      stage: take(step, actor.role, standing),
      ...(step === "review" && { assigneeId: before.assigneeId ?? actor.id }),
      ...(step === "release" && { releasedAt: context.now() }),
      // An archived claim comes back internal: it may be edited meanwhile.
      ...((step === "hide" || step === "archive") && { releasedAt: null }),
    };
  });
}

/** Where a restored claim goes: back to whoever worked on it, who is told, or to the inbox where they are gone. */
async function restored(
  tx: Transaction,
  context: Context,
  actor: Actor,
  standing: Standing,
  { id: claimId, assigneeId }: Planned,
): Promise<Pick<Planned, "stage" | "assigneeId">> {
  const colleagueId = assigneeId && (await isColleague(tx, assigneeId)) ? assigneeId : null;
  const stage = take("restore", actor.role, { ...standing, colleagueId });
  await notify(tx, context, { kind: "assigned", claimId, to: [colleagueId] });
  return { stage, assigneeId: colleagueId };
}

/** Whether a claim can be given to this person. */
async function isColleague(tx: Transaction, personId: string): Promise<boolean> {
  const where = { id: personId, active: true, role: { not: "reader" as const } };
  return (await tx.person.count({ where })) > 0;
}

async function change(
  context: Context,
  actor: Actor,
  claimId: string,
  action: "claim.assign" | `claim.${Move}`,
  next: (tx: Transaction, before: Planned, standing: Standing) => Promise<Partial<Planned>>,
): Promise<void> {
  await transaction(async (tx) => {
    if (action === "claim.restore") await lockAnyClaims(tx, [claimId]);
    else await lockClaim(tx, claimId);
    const standing = await readStanding(tx, claimId, actor.id);
    const before = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: planned });
    const { from, to, changed } = difference<Planned>(before, await next(tx, before, standing));
    if (changed.length === 0) return;
    await tx.claim.update({ where: { id: claimId }, data: { ...to, updatedAt: context.now() } });
    await appendEvent(tx, actor, context.now(), { action, entity: "claim", entityId: claimId, from, to });
    await projectClaim(tx, claimId);
  });
}
