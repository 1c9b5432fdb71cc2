import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { lockClaim, transaction } from "@/lib/platform/db/transaction";
import { moveInOrder } from "./order";
import type { EvidenceMove } from "./schema";

/**
 * Moves a piece of evidence one position up or down in the list that the editor saw; concurrent moves are
 * merged (see {@link moveInOrder}). Throws `not_found`.
 */
export async function moveEvidence(context: Context, input: EvidenceMove): Promise<void> {
  const actor = authorize(context, "evidence.edit");
  const { evidenceId, seen, step } = input;
  await transaction(async (tx) => {
    const piece = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } });
    if (!piece) throw notFound();
    const { claimId } = piece;
    await lockClaim(tx, claimId);
    const rows = await tx.evidence.findMany({
      where: { claimId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, position: true },
    });
    const from = rows.map(({ id }) => id);
    if (!from.includes(evidenceId)) throw notFound();
    const to = moveInOrder(from, seen, evidenceId, step);
    if (to.join() === from.join()) return;
    const positions = new Map(rows.map(({ id, position }) => [id, position]));
    for (const [index, id] of to.entries()) {
      if (positions.get(id) === index + 1) continue;
      await tx.evidence.update({ where: { id }, data: { position: index + 1 } });
    }
    await appendEvent(tx, actor, context.now(), {
      action: "evidence.order",
      entity: "claim",
      entityId: claimId,
      from,
      to,
    });
  });
}

const notFound = () => new AppError("not_found", "There is no such piece of evidence.");
