import { appendEvent, diffFields } from "@/lib/desk/audit/events";
import { getRemovedRow } from "@/lib/desk/audit/removed-rows";
import { rejectFutureDates } from "@/lib/desk/auth/desk-date";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockClaim, transaction } from "@/lib/platform/db/transaction";
import { counts } from "@/lib/text/limits";
import { findKindErrors, findLeakedAddresses } from "./rules";
import type { EditedEvidence, EvidenceOrder, NewEvidence, RemovedEvidence } from "./schema";

/**
 * Adds a piece of evidence at the end of the claim's list. Returns its id. Throws `not_found`, and `invalid`
 * (reason `evidence_full`) at the maximum number.
 */
export async function addEvidence(context: Context, input: NewEvidence): Promise<string> {
  const actor = authorize(context, "evidence.edit");
  rejectFutureDates(context, { publishedOn: input.publishedOn, accessedOn: input.accessedOn });
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const claim = await tx.claim.findUnique({
      where: { id: input.claimId },
      select: {
        evidence: { orderBy: { position: "desc" }, take: 1, select: { position: true } },
        _count: { select: { evidence: true } },
      },
    });
    if (!claim) throw new AppError("not_found", "There is no such claim.");
    const max = counts.evidenceOfClaim;
    if (claim._count.evidence >= max) {
      throw new AppError("invalid", `A claim has at most ${max} pieces of evidence.`, [], "evidence_full");
    }
    const [id, now] = [context.newId(), context.now()];
    const position = (claim.evidence[0]?.position ?? 0) + 1;
    await tx.evidence.create({ data: { ...input, id, position, createdAt: now, updatedAt: now } });
    await appendEvent(tx, actor, now, {
      action: "evidence.create",
      entity: "claim",
      entityId: input.claimId,
      to: { id, ...input },
    });
    return id;
  });
}

/**
 * Saves a piece of evidence. Throws `not_found`, `conflict` if somebody saved it since `input.version`, and
 * `invalid` if the fields do not match its kind.
 */
export async function editEvidence(context: Context, input: EditedEvidence): Promise<void> {
  const actor = authorize(context, "evidence.edit");
  rejectFutureDates(context, { publishedOn: input.publishedOn, accessedOn: input.accessedOn });
  const { evidenceId, version, ...fields } = input;
  await transaction(async (tx) => {
    const { claimId } = await orNotFound(
      tx.evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } }),
    );
    await lockClaim(tx, claimId);
    const row = await orNotFound(tx.evidence.findUnique({ where: { id: evidenceId } }));
    if (row.version !== version) {
      throw new AppError("conflict", "Somebody else saved this evidence after you opened it.", [], "edited");
    }
    const kind = input.kind ?? row.kind;
    const leaks = findLeakedAddresses(kind, fields).map(({ path, message }) => ({
      path: path.join("."),
      message,
    }));
    const errors = [...findKindErrors(kind, fields), ...leaks];
    if (errors.length > 0)
      throw new AppError("invalid", `These fields do not match evidence of the kind ${kind}.`, errors);
    const saved = { ...fields, kind };
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { ...saved, version: { increment: 1 }, updatedAt: context.now() },
    });
    const { from, to } = diffFields<Record<string, unknown>>(row, saved);
    await appendEvent(tx, actor, context.now(), {
      action: "evidence.edit",
      entity: "claim",
      entityId: claimId,
      from: { id: evidenceId, ...from },
      to: { id: evidenceId, ...to },
    });
  });
}

/** Removes a piece of evidence. Published revisions do not change. Throws `not_found`. */
export async function removeEvidence(context: Context, evidenceId: string): Promise<void> {
  const actor = authorize(context, "evidence.edit");
  await transaction(async (tx) => {
    const { claimId } = await orNotFound(
      tx.evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } }),
    );
    await lockClaim(tx, claimId);
    const { updatedAt, ...row } = await orNotFound(tx.evidence.findUnique({ where: { id: evidenceId } }));
    await tx.evidence.delete({ where: { id: evidenceId } });
    await appendEvent(tx, actor, context.now(), {
      action: "evidence.remove",
      entity: "claim",
      entityId: claimId,
      from: row,
    });
  });
}

/**
 * Restores a removed piece of evidence at its position; does nothing if it exists. Throws `not_found` (reason
 * `undo_over`) if it was not removed from the claim within the last day.
 */
export async function restoreEvidence(context: Context, input: RemovedEvidence): Promise<void> {
  const actor = authorize(context, "evidence.edit");
  const { claimId, evidenceId } = input;
  await transaction(async (tx) => {
    await lockClaim(tx, claimId);
    if (await tx.evidence.findUnique({ where: { id: evidenceId, claimId } })) return;
    const now = context.now();
    const { row, position } = await getRemovedRow(tx, "evidence", { claimId, id: evidenceId, now });
    // Shifts the following pieces on by one.
    if (await tx.evidence.count({ where: { claimId, position } })) {
      await tx.evidence.updateMany({
        where: { claimId, position: { gte: position } },
        data: { position: { increment: 1 } },
      });
    }
    const data = { ...row, updatedAt: now } as unknown as Prisma.EvidenceUncheckedCreateInput;
    await tx.evidence.create({ data });
    await appendEvent(tx, actor, now, {
      action: "evidence.restore",
      entity: "claim",
      entityId: claimId,
      to: row,
    });
  });
}

/**
 * Sets the order of a claim's evidence. Throws `conflict` if the ids are not those of the claim's current
 * evidence.
 */
export async function orderEvidence(context: Context, input: EvidenceOrder): Promise<void> {
  const actor = authorize(context, "evidence.edit");
  await transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const rows = await tx.evidence.findMany({
      where: { claimId: input.claimId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const from = rows.map(({ id }) => id);
    if (from.length === 0) throw new AppError("not_found", "There is no such claim, or it has no evidence.");
    if (JSON.stringify(from.toSorted()) !== JSON.stringify(input.order.toSorted())) {
      throw new AppError("conflict", "Evidence was added or removed in the meantime.", [], "edited");
    }
    if (JSON.stringify(from) === JSON.stringify(input.order)) return;
    for (const [index, id] of input.order.entries()) {
      await tx.evidence.update({ where: { id }, data: { position: index + 1 } });
    }
    await appendEvent(tx, actor, context.now(), {
      action: "evidence.order",
      entity: "claim",
      entityId: input.claimId,
      from,
      to: input.order,
    });
  });
}

async function orNotFound<T>(row: Promise<T | null>): Promise<T> {
  const value = await row;
  if (!value) throw new AppError("not_found", "There is no such piece of evidence.");
  return value;
}
