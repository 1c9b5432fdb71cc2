import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/db/transaction";
import type { WorkflowState } from "./preconditions";

/** Loads the state that transitions check. The claim must be locked. Throws `not_found`. */
export async function readWorkflowState(
  tx: Transaction,
  claimId: string,
  actorId: string,
): Promise<WorkflowState> {
  const claim = await tx.claim.findUnique({
    where: { id: claimId },
    select: {
      stage: true,
      releasedAt: true,
      _count: { select: { evidence: true, revisions: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { kind: true } },
    },
  });
  if (!claim) throw new AppError("not_found", "There is no such claim.");
  return {
    stage: claim.stage,
    released: claim.releasedAt !== null,
    published: claim._count.revisions,
    retracted: claim.revisions[0]?.kind === "retraction",
    evidence: claim._count.evidence,
    actorId,
    onePersonDesk: env().ONE_PERSON_DESK,
  };
}
