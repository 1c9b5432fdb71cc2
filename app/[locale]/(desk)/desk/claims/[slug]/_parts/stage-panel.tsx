import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { buttonClass } from "@/components/ui/button";
import type { Actor } from "@/lib/desk/auth/permissions";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import { canTransition } from "@/lib/desk/claims/workflow";
import { Link } from "@/lib/next/navigation";
import { assignAction, moveAction } from "../actions";
import { AssignForm } from "./assign-form";

type StagePanelProps = {
  claim: DeskClaim;
  colleagues: Array<{ id: string; name: string }>;
  actor: Actor;
};

/** The claim's stage, assignment, and next steps. */
export async function StagePanel({ claim, colleagues, actor }: StagePanelProps) {
  const [t, stages] = [await getTranslations("deskClaim"), await getTranslations("stage")];
  const isUnpublished = claim.revisions === 0 && claim.stage !== "archived";
  const step = (transition: "review" | "release" | "hide" | "archive", variant?: "primary" | "danger") => (
    <ActionButton
      id={`${transition}-claim`}
      action={moveAction}
      values={{ claimId: claim.id, transition, seen: claim.stage }}
      variant={variant}
    >
      {t(transition)}
    </ActionButton>
  );
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
      {/* Announced when a step changes it. */}
      <div role="status" aria-atomic className="flex flex-wrap gap-x-6 gap-y-4">
        <p className="grid">
          <span className="text-sm text-soft">{t("stage")}</span>
          <strong>{stages(claim.stage)}</strong>
        </p>
        {isUnpublished && (
          <p className="grid">
            <span className="text-sm text-soft">{t("readers")}</span>
            <strong>{t(claim.releasedAt ? "released" : "internal")}</strong>
          </p>
        )}
      </div>
      {claim.stage !== "archived" && (
        <AssignForm
          action={assignAction}
          claimId={claim.id}
          plan={{ assigneeId: claim.assignee?.id ?? null, dueOn: claim.dueOn, priority: claim.priority }}
          colleagues={colleagues}
        />
      )}
      {claim.stage !== "archived" && claim.assignee?.id !== actor.id && (
        <ActionButton
          action={assignAction}
          values={{
            claimId: claim.id,
            personId: actor.id,
            dueOn: claim.dueOn ?? "",
            priority: claim.priority,
            "was.assigneeId": claim.assignee?.id ?? "",
            "was.dueOn": claim.dueOn ?? "",
            "was.priority": claim.priority,
          }}
        >
          {t(claim.assignee ? "takeOver" : "takeOn")}
        </ActionButton>
      )}
      {canTransition(claim.stage, "review") && step("review", "primary")}
      {isUnpublished && step(claim.releasedAt ? "hide" : "release")}
      {canTransition(claim.stage, "archive") && step("archive")}
      {(claim.revisions > 0 || (isUnpublished && claim.releasedAt)) && (
        <Link href={`/claims/${claim.slug}`} prefetch={false} className={buttonClass("quiet")}>
          {t("publicPage")}
        </Link>
      )}
    </div>
  );
}
