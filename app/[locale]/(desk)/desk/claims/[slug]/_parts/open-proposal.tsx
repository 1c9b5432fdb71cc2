import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { ForeignText } from "@/components/ui/foreign-text";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/verdict/status-badge";
import { type Actor, isAllowed } from "@/lib/desk/auth/permissions";
import type { DeskProposal } from "@/lib/desk/verdicts/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { Localized } from "@/lib/i18n/localized";
import { publishAction, renewAction, withdrawAction } from "../actions";
import { ProposalChanges } from "./proposal-changes";
import { ProposedContent } from "./proposed-content";
import { PublishForm } from "./publish-form";
import { ReturnForm } from "./return-form";

type OpenProposalProps = {
  slug: string;
  proposal: DeskProposal;
  /** The hash of the claim's content that this page shows. */
  snapshot: string;
  actor: Actor;
  /** Whether people may publish their own proposals. */
  onePersonDesk: boolean;
  locale: LocaleId;
};

/** An open proposal as it would be published, with the actions that the actor may take. */
export async function OpenProposal({
  slug,
  proposal,
  snapshot,
  actor,
  onePersonDesk,
  locale,
}: OpenProposalProps) {
  const [t, status, claim] = [
    await getTranslations("deskClaim"),
    await getTranslations("status"),
    await getTranslations("claim"),
  ];
  const { proposed } = proposal;
  const isOwn = proposal.proposedBy.id === actor.id;
  const rating = proposal.kind === "retraction" ? "retracted" : proposal.rating;
  return (
    <div className="grid gap-5">
      <p className="text-sm text-soft">
        {t.rich("proposedBy", {
          name: () => <bdi>{proposal.proposedBy.name}</bdi>,
          date: () => formatInstant(proposal.proposedAt, locale),
        })}{" "}
        {claim(proposal.kind)}
        {proposed && <> · {t("evidenceCount", { count: proposed.evidence.length })}</>}
      </p>
      <div>
        <StatusBadge status={rating} label={status(rating)} size="large" />
      </div>
      <AllLanguages label={t("summary")} texts={proposal.summary} />
      <AllLanguages label={t("reasons")} texts={proposal.reasons} />
      {Object.keys(proposal.note).length > 0 && <AllLanguages label={t("note")} texts={proposal.note} />}
      {proposed && (
        <ProposedContent
          content={proposed}
          slug={slug}
          locale={locale}
          isOpen={isAllowed(actor.role, "verdict.publish") && !isOwn}
        />
      )}
      {isOwn && (
        <Notice title={t("mine")}>
          <p>{t(onePersonDesk ? "oneDesk" : "fourEyes")}</p>
        </Notice>
      )}
      <Decision
        proposal={proposal}
        snapshot={snapshot}
        actor={actor}
        onePersonDesk={onePersonDesk}
        locale={locale}
      />
    </div>
  );
}

/** The actions: publish, renew, withdraw or return the proposal. */
async function Decision({
  proposal,
  snapshot,
  actor,
  onePersonDesk,
  locale,
}: Omit<OpenProposalProps, "slug">) {
  const t = await getTranslations("deskClaim");
  const isOwn = proposal.proposedBy.id === actor.id;
  const { content } = proposal;
  const decision = { proposalId: proposal.id, version: proposal.version };
  return (
    <>
      {content && isAllowed(actor.role, "verdict.publish") && (!isOwn || onePersonDesk) && (
        <PublishForm
          key={proposal.id}
          action={publishAction}
          values={{ ...decision, content }}
          isOutdated={proposal.changed !== null}
          label={t("publish")}
        />
      )}
      {proposal.changed && (
        <ProposalChanges proposal={proposal} locale={locale}>
          <ActionButton action={renewAction} values={{ ...decision, snapshot }}>
            {t("renew")}
          </ActionButton>
        </ProposalChanges>
      )}
      {isOwn ? (
        <ActionButton action={withdrawAction} values={decision}>
          {t("withdraw")}
        </ActionButton>
      ) : isAllowed(actor.role, "verdict.return") ? (
        <ReturnForm {...decision} draft={`draft:${actor.id}:return:${proposal.id}`} />
      ) : (
        <p className="text-soft">{t("waitsForPublisher")}</p>
      )}
    </>
  );
}

function AllLanguages({ label, texts }: { label: string; texts: Localized }) {
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-semibold">{label}</h3>
      {Object.entries(texts).map(([language, text]) => (
        <ForeignText key={language} as="p" language={language} className="whitespace-pre-wrap">
          {text}
        </ForeignText>
      ))}
    </div>
  );
}
