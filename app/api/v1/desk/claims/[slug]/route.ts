import { getDeskClaim } from "@/lib/claims/queries";
import { listEvidence } from "@/lib/evidence/queries";
import { getSnapshotHash, listProposals } from "@/lib/verdicts/queries";
import { route } from "@/lib/web/answers";
import { apiContext } from "@/lib/web/context";

/** A claim as the desk sees it, with its evidence, its latest proposal and the hash of what it says (`snapshot`). */
export const GET = route<{ slug: string }>(async (_request, { slug }) => {
  const context = await apiContext();
  const claim = await getDeskClaim(context, slug);
  const [evidence, [proposal], snapshot] = [
    await listEvidence(context, claim.id),
    await listProposals(context, claim.id),
    await getSnapshotHash(context, claim.id),
  ];
  return Response.json({ data: { ...claim, evidence, proposal: proposal ?? null, snapshot } });
});
