import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClaimParts } from "@/app/[locale]/(public)/claims/[slug]/_parts/claim-view";
import { VerdictText } from "@/app/[locale]/(public)/claims/[slug]/_parts/verdict-view";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { listProposals } from "@/lib/desk/verdicts/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { publishedStatus } from "@/lib/record/vocabulary";
import { staffPage } from "../../../../staff-page";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("preview"))("title") };
}

/** An open proposal as readers would see it: its own content, not the claim's current one. */
async function PreviewPage({ params }: PageProps) {
  const { locale, slug: encodedSlug } = await params;
  const slug = decodeURIComponent(encodedSlug);
  const context = await deskContext(`/desk/claims/${slug}/preview`);
  const claim = await orNotFound(getDeskClaim(context, slug));
  const [t, [latest]] = [await getTranslations("preview"), await listProposals(context, claim.id)];
  const back = <Link href={`/desk/claims/${slug}`}>{t("back")}</Link>;
  if (latest?.state !== "open" || !latest.proposed)
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("none")}>{back}</EmptyState>
      </>
    );
  const { proposed, proposedBy } = latest;
  return (
    <div className="grid gap-8">
      <Notice title={t("title")}>
        <p>{t("text", { name: proposedBy.name })}</p>
        <p>{back}</p>
      </Notice>
      <ClaimParts
        claim={proposed}
        locale={locale}
        verdict={
          <VerdictText
            verdict={proposed.verdict}
            status={publishedStatus(proposed.verdict)}
            locale={locale}
          />
        }
        hasVerdict
      />
    </div>
  );
}

export default staffPage(PreviewPage);
