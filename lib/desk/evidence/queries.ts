import { listRemovedRows } from "@/lib/desk/audit/removed-rows";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { EvidenceKind, Stance } from "@/lib/record/vocabulary";

/** A piece of evidence, for staff. */
export type DeskEvidence = {
  id: string;
  version: number;
  kind: EvidenceKind;
  url: string | null;
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  stance: Stance;
  excerpt: string | null;
  note: Localized;
  /** Why a protected source is not named. */
  protection: Localized;
  archiveUrl: string | null;
  accessedOn: string;
  linkAnswers: boolean | null;
};

/** The evidence of a claim, in order. */
export async function listEvidence(context: Context, claimId: string): Promise<DeskEvidence[]> {
  authorize(context, "desk.read");
  const rows = await db().evidence.findMany({
    where: { claimId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    omit: { claimId: true, position: true, createdAt: true, updatedAt: true },
  });
  return rows.map(withTexts);
}

/** A piece of evidence by id; null if there is none. */
export async function findEvidence(
  context: Context,
  evidenceId: string,
): Promise<(DeskEvidence & { claimId: string }) | null> {
  authorize(context, "desk.read");
  const row = await db().evidence.findUnique({
    where: { id: evidenceId },
    omit: { position: true, createdAt: true, updatedAt: true },
  });
  return row && withTexts(row);
}

function withTexts<T extends { note: unknown; protection: unknown }>(row: T) {
  return {
    ...row,
    note: localizedSchema.parse(row.note),
    protection: localizedSchema.parse(row.protection),
  };
}

/** A removed piece of evidence that can be restored, who removed it and when. */
export type RemovedEvidenceItem = { id: string; title: string; language: string; by: string; at: Date };

/** The evidence that was removed from a claim within the last day, newest first. */
export async function listRemovedEvidence(context: Context, claimId: string): Promise<RemovedEvidenceItem[]> {
  authorize(context, "desk.read");
  const removed = await listRemovedRows(db(), "evidence", claimId, context.now());
  return removed.map(({ id, row, by, at }) => {
    const { title, language } = row as { title: string; language: string };
    return { id, title, language, by, at };
  });
}
