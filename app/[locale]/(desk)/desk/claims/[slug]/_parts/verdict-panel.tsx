import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/desk/auth/permissions";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import { canTransition } from "@/lib/desk/claims/workflow";
import type { DeskProposal } from "@/lib/desk/verdicts/queries";
import { env } from "@/lib/env";
import type { LocaleId } from "@/lib/i18n/locales";
import { OpenProposal } from "./open-proposal";
import { ProposalForm } from "./proposal-form";

type VerdictPanelProps = {
  claim: DeskClaim;
  evidence: number;
  proposals: DeskProposal[];
  /** The hash of the claim's content that this page shows. */
  snapshot: string;
  actor: Actor;
  locale: LocaleId;
};

/** The open proposal with its actions, or the form to propose a verdict. */
export async function VerdictPanel({
  claim,
  evidence,
  proposals,
  snapshot,
  actor,
  locale,
}: VerdictPanelProps) {
  const t = await getTranslations("deskClaim");
  const [latest] = proposals;
  if (latest?.state === "open")
    return (
      <OpenProposal
        slug={claim.slug}
        proposal={latest}
        snapshot={snapshot}
        actor={actor}
        onePersonDesk={env().ONE_PERSON_DESK}
        locale={locale}
      />
    );
  return (
    <div className="grid gap-5">
      {latest?.state === "returned" && (
        <Notice tone="warning" title={t("returnedBy", { name: latest.decidedBy ?? "" })}>
          <p dir="auto" className="whitespace-pre-wrap">
            {latest.returnNote}
          </p>
        </Notice>
      )}
      {canTransition(claim.stage, "propose") ? (
        <>
          {evidence === 0 && <p className="text-sm text-soft">{t("needsEvidence")}</p>}
          <ProposalForm
            key={latest?.id}
            claimId={claim.id}
            snapshot={snapshot}
            published={claim.revisions > 0}
            from={latest ?? null}
            draft={`draft:${actor.id}:proposal:${claim.id}`}
          />
        </>
      ) : (
        <p className="text-soft">{t("notNow")}</p>
      )}
    </div>
  );
}
