import { clsx } from "clsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PresenceList } from "@/components/realtime/presence-list";
import { RealtimeUpdates } from "@/components/realtime/realtime-updates";
import { ForeignText } from "@/components/ui/foreign-text";
import { headingSize } from "@/components/ui/heading-size";
import { LanguageList } from "@/components/ui/language-list";
import { LongText } from "@/components/ui/long-text";
import { Section } from "@/components/ui/section";
import { findLastEdit, listEvents } from "@/lib/desk/audit/queries";
import { eventCursorSchema } from "@/lib/desk/audit/schema";
import { findDrift } from "@/lib/desk/claims/drift";
import { getDeskClaim, listClaimChoices, listRemovedAppearances } from "@/lib/desk/claims/queries";
import { listComments, listMentionable } from "@/lib/desk/comments/queries";
import { listEvidence, listRemovedEvidence } from "@/lib/desk/evidence/queries";
import { listColleagues } from "@/lib/desk/people/queries";
import { getLatestSequence } from "@/lib/desk/realtime/queries";
import { getSnapshot, listProposals } from "@/lib/desk/verdicts/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { staffPage } from "../../../staff-page";
import { readSelectionRange } from "../../_parts/selection-range";
import { AppearancePanel } from "./_parts/appearance-panel";
import { ArchivedClaim } from "./_parts/archived-claim";
import { ArchivedClaimNotice } from "./_parts/archived-claim-notice";
import { DiscussionPanel } from "./_parts/discussion-panel";
import { DraftNotice } from "./_parts/draft-notice";
import { EditClaimForm } from "./_parts/edit-claim-form";
import { EvidencePanel } from "./_parts/evidence-panel";
import { LogPanel } from "./_parts/log-panel";
import { OutdatedQuote } from "./_parts/outdated-quote";
import { StagePanel } from "./_parts/stage-panel";
import { VerdictPanel } from "./_parts/verdict-panel";

type PageProps = {
  params: Promise<{ locale: LocaleId; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskClaim"))("title") };
}

/** The desk's page of a claim: all its forms, panels and events. */
async function DeskClaimPage({ params, searchParams }: PageProps) {
  const { locale, slug: encodedSlug } = await params;
  const slug = decodeURIComponent(encodedSlug);
  const query = await searchParams;
  const [before, range] = [eventCursorSchema.safeParse(query.log).data, readSelectionRange(query)];
  const context = await deskContext(`/desk/claims/${slug}`);
  const since = await getLatestSequence(context);
  const claim = await orNotFound(getDeskClaim(context, slug));
  const [t, choices, colleagues, evidence, removed, proposals, snapshot, drift, events, threads, people] =
    await Promise.all([
      getTranslations("deskClaim"),
      listClaimChoices(context),
      listColleagues(context),
      listEvidence(context, claim.id),
      listRemovedEvidence(context, claim.id),
      listProposals(context, claim.id),
      getSnapshot(context, claim.id),
      findDrift(context, claim.id),
      listEvents(context, claim.id, before),
      listComments(context, claim.id),
      listMentionable(context),
    ]);
  const [removedAppearances, archived] = await Promise.all([
    listRemovedAppearances(context, claim.id),
    findLastEdit(context, { entityId: claim.id, action: "claim.archive" }),
  ]);
  const isArchived = claim.stage === "archived";
  const text = pickText(claim.text, locale, claim.language);
  return (
    <div className="grid gap-10">
      <LanguageList locale={locale} />
      <RealtimeUpdates claim={claim.id} since={since} />
      <header className="grid gap-4">
        {isArchived && <ArchivedClaimNotice claimId={claim.id} archived={archived} locale={locale} />}
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
          <p className="text-sm">
            <Link href="/desk">{t("toQueue")}</Link>
          </p>
          <PresenceList />
        </div>
        <LongText length={text?.text.length ?? 0}>
          <h1 className={clsx("max-w-4xl font-serif font-medium", headingSize(text?.text.length ?? 0))}>
            <ForeignText language={text?.language ?? locale}>{text?.text}</ForeignText>
          </h1>
        </LongText>
        <StagePanel claim={claim} colleagues={colleagues} actor={context.actor} />
        {drift && <DraftNotice drift={drift} locale={locale} />}
      </header>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-2">
        <div className="grid min-w-0 content-start gap-10">
          {isArchived ? (
            <ArchivedClaim claim={claim} content={snapshot.content} locale={locale} />
          ) : (
            <>
              <Section id="claim" title={t("fields")}>
                <OutdatedQuote claim={claim} range={range} context={context} />
                <EditClaimForm claim={claim} choices={choices} locale={locale} actor={context.actor.id} />
              </Section>
              <Section id="appearances" title={t("appearances")}>
                <AppearancePanel
                  claim={claim}
                  removed={removedAppearances}
                  locale={locale}
                  actor={context.actor.id}
                />
              </Section>
            </>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-10">
          {!isArchived && (
            <Section id="evidence" title={t("evidence")}>
              <EvidencePanel
                claimId={claim.id}
                evidence={evidence}
                removed={removed}
                locale={locale}
                actor={context.actor.id}
              />
            </Section>
          )}
          <Section id="verdict" title={t("verdict")}>
            <VerdictPanel
              claim={claim}
              evidence={evidence.length}
              proposals={proposals}
              snapshot={snapshot.hash}
              actor={context.actor}
              locale={locale}
            />
          </Section>
          <Section id="discussion" title={t("discussion")}>
            <DiscussionPanel
              claimId={claim.id}
              threads={threads}
              people={people}
              locale={locale}
              actor={context.actor.id}
            />
          </Section>
          <Section id="log" title={t("log")}>
            <LogPanel
              slug={slug}
              page={events}
              isNewest={before === undefined}
              actor={context.actor}
              locale={locale}
            />
          </Section>
        </div>
      </div>
    </div>
  );
}

export default staffPage(DeskClaimPage);
