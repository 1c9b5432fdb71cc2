import { authorize, type Context } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import type { Rating, RevisionKind } from "./schema";

/** A proposal as the desk sees it. */
export type DeskProposal = {
  id: string;
  version: number;
  state: "open" | "returned" | "published" | "withdrawn";
  kind: RevisionKind;
  rating: Rating;
  summary: Localized;
  reasons: Localized;
  note: Localized;
  proposedBy: { id: string; name: string };
  proposedAt: Date;
  decidedBy: string | null;
  returnNote: string | null;
};

/** All proposals of a claim, the latest first. */
export async function listProposals(context: Context, claimId: string): Promise<DeskProposal[]> {
  authorize(context, "desk.read");
  const rows = await db().proposal.findMany({
    where: { claimId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    include: { proposedBy: { select: { id: true, name: true } }, decidedBy: { select: { name: true } } },
  });
  return rows.map(({ id, version, state, kind, rating, proposedBy, proposedAt, returnNote, ...row }) => ({
    id,
    version,
    state,
    kind,
    rating,
    proposedBy,
    proposedAt,
    returnNote,
    summary: localizedSchema.parse(row.summary),
    reasons: localizedSchema.parse(row.reasons),
    note: localizedSchema.parse(row.note),
    decidedBy: row.decidedBy?.name ?? null,
  }));
}
