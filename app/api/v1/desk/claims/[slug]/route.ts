import { getDeskClaim } from "@/lib/claims/queries";
import { listEvidence } from "@/lib/evidence/queries";
import { listProposals } from "@/lib/verdicts/queries";
import { route } from "@/lib/web/answers";
import { apiContext } from "@/lib/web/context";

/** A claim as the desk sees it, with its evidence and its latest proposal. */
export const GET = route<{ slug: string }>(async (_request, { slug }) => {
  const context = await apiContext();
  const claim = await getDeskClaim(context, slug);
  const [evidence, [proposal]] = [
    await listEvidence(context, claim.id),
    await listProposals(context, claim.id),
  ];
  return Response.json({ data: { ...claim, evidence, proposal: proposal ?? null } });
});
