import type { Context } from "@/lib/desk/auth/permissions";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { listEvidence } from "@/lib/desk/evidence/queries";
import { getSnapshotHash, listProposals } from "@/lib/desk/verdicts/queries";
import { apiContext } from "@/lib/next/context";
import { route } from "@/lib/server/http/responses";

/** A claim for staff, with its evidence, latest proposal and the hash of its content (`snapshot`). */
export const GET = route<{ slug: string }>(async (_request, { slug }) => {
  const context = await apiContext();
  const claim = await findClaim(context, slug);
  const [evidence, [proposal], snapshot] = [
    await listEvidence(context, claim.id),
    await listProposals(context, claim.id),
    await getSnapshotHash(context, claim.id),
  ];
  return Response.json({ data: { ...claim, evidence, proposal: proposal ?? null, snapshot } });
});

/** Finds a claim by its slug as sent, or in NFC: paths copied on a Mac can be in NFD. */
async function findClaim(context: Context, slug: string) {
  const composed = slug.normalize("NFC");
  try {
    return await getDeskClaim(context, slug);
  } catch (error) {
    if (composed === slug) throw error;
    return getDeskClaim(context, composed);
  }
}
