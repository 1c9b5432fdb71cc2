import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparisonView, type SideHeading } from "@/components/claim/comparison/comparison-view";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import { StaffLink } from "@/components/ui/staff-link";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { pageAlternates } from "@/lib/next/alternates";
import { orNotFound } from "@/lib/next/not-found";
import { getClaim, getRevision } from "@/lib/public/claims/get-claim";
import type { PublicClaim } from "@/lib/public/projection/document";
import { compareRevisions } from "@/lib/record/comparison/compare";
import { readRevisionRange } from "@/lib/record/comparison/revision-range";
import { RevisionChoice } from "./_parts/revision-choice";

type PageProps = {
  params: Promise<{ locale: LocaleId; slug: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

async function readRequest({ params, searchParams }: PageProps) {
  const { locale, slug } = await params;
  const claim = await orNotFound(getClaim(decodeURIComponent(slug)));
  return { locale, slug, claim, range: readRevisionRange(await searchParams, claim.revisions.length) };
}

/** The title: the numbers of the two revisions, and the claim. */
export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { locale, slug, claim, range } = await readRequest(props);
  const t = await getTranslations("compare");
  const text = pickText(claim.claim.text, locale, claim.claim.language)?.text;
  const path = `/claims/${slug}/compare`;
  const compared = claim.revisions.length > 1;
  return {
    title: `${compared ? t("title", { from: range.from, to: range.to }) : t("plainTitle")}: ${text}`,
    alternates: pageAlternates(compared ? `${path}?from=${range.from}&to=${range.to}` : path, locale),
  };
}

/** Two published revisions of a claim side by side. */
export default async function ComparePage(props: PageProps) {
  const { locale, slug, claim, range } = await readRequest(props);
  const [t, names] = [await getTranslations("compare"), await getTranslations("claim")];
  if (claim.revisions.length < 2) return <TooFew claim={claim} locale={locale} />;
  const { from, to, ignored } = range;
  const [older, newer] = await Promise.all([
    orNotFound(getRevision(claim.slug, from)),
    orNotFound(getRevision(claim.slug, to)),
  ]);
  const [before, after] = [from, to].map((number) => names("revision", { number })) as [string, string];
  const headings = { before: await headingOf(older, locale), after: await headingOf(newer, locale) };
  return (
    <div className="grid gap-8">
      <CompareHeader title={t("title", { from, to })} claim={claim} locale={locale} />
      {ignored.length > 0 && (
        <Notice tone="warning" title={t("ignoredTitle")}>
          <p>{t("ignored", { names: ignored.join(", "), from, to })}</p>
        </Notice>
      )}
      <RevisionChoice slug={slug} revisions={claim.revisions} range={range} locale={locale} />
      {from === to && <Notice title={t("oneAndTheSame")} />}
      <ComparisonView
        comparison={compareRevisions(older, newer, locale)}
        sides={{ before, after, locale }}
        headings={headings}
      />
    </div>
  );
}

/** Returns the heading of a revision: its status, kind and date. */
async function headingOf({ status, verdict }: PublicClaim, locale: LocaleId): Promise<SideHeading> {
  const t = await getTranslations("claim");
  const line = verdict && (
    <>
      {t(verdict.kind)} · <time dateTime={verdict.publishedAt}>{formatDay(verdict.publishedAt, locale)}</time>
    </>
  );
  return { status, line };
}

type HeaderProps = { title: string; claim: PublicClaim; locale: LocaleId };

async function CompareHeader({ title, claim: { slug, claim }, locale }: HeaderProps) {
  const [t, nav] = [await getTranslations("compare"), await getTranslations("nav")];
  const text = pickText(claim.text, locale, claim.language);
  return (
    <header className="grid max-w-4xl gap-3">
      <StaffLink href={`/desk/claims/${slug}`}>{nav("claimAtDesk")}</StaffLink>
      <p className="text-sm">
        <PlainLink href={`/claims/${slug}`}>{t("toClaim")}</PlainLink>
      </p>
      <h1 className="font-serif text-2xl leading-tight font-medium">{title}</h1>
      <p className="font-serif text-lg leading-snug">
        <ForeignText language={text?.language ?? claim.language} className="line-clamp-3">
          {text?.text}
        </ForeignText>
      </p>
    </header>
  );
}

async function TooFew({ claim, locale }: { claim: PublicClaim; locale: LocaleId }) {
  const t = await getTranslations("compare");
  return (
    <div className="grid gap-8">
      <CompareHeader title={t("plainTitle")} claim={claim} locale={locale} />
      <EmptyState title={t(claim.revisions.length === 0 ? "none" : "onlyOne")}>
        <PlainLink href={`/claims/${claim.slug}`}>{t("toClaim")}</PlainLink>
      </EmptyState>
    </div>
  );
}
