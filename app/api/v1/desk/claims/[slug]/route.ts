import type { Context } from "@/lib/desk/auth/permissions";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { listEvidence } from "@/lib/desk/evidence/queries";
import { getSnapshotHash, listProposals } from "@/lib/desk/verdicts/queries";
import { apiContext } from "@/lib/next/context";
import { route } from "@/lib/server/http/answers";

/** A claim as the desk sees it, with its evidence, its latest proposal and the hash of what it says (`snapshot`). */
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

/** The claim of the slug as it is spelled, or in NFC: an address that was copied on a Mac may be in NFD. */
async function findClaim(context: Context, slug: string) {
  const composed = slug.normalize("NFC");
  try {
    return await getDeskClaim(context, slug);
  } catch (error) {
    if (composed === slug) throw error;
    return getDeskClaim(context, composed);
  }
}
