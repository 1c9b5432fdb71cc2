import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ForeignText } from "@/components/ui/foreign-text";
import { headingSize } from "@/components/ui/heading-size";
import { LongText } from "@/components/ui/long-text";
import { PlainLink } from "@/components/ui/plain-link";
import { Section } from "@/components/ui/section";
import { StaffLink } from "@/components/ui/staff-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { VerdictSheet } from "@/components/verdict/verdict-sheet";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import type { PublicClaim } from "@/lib/public/projection/document";
import { AppearanceList } from "./appearance-list";
import { EvidenceList } from "./evidence-list";
import { RevisionList } from "./revision-list";
import { SourceView } from "./source-view";
import { VerdictView } from "./verdict-view";

/** A claim as readers see it, current or at a revision. */
export async function ClaimView({ claim: row, locale }: { claim: PublicClaim; locale: LocaleId }) {
  const [t, status] = [await getTranslations("claim"), await getTranslations("status")];
  return (
    <ClaimParts
      claim={row}
      locale={locale}
      verdict={
        row.verdict ? (
          <VerdictView verdict={row.verdict} status={row.status} locale={locale} />
        ) : (
          <VerdictSheet status={row.status}>
            <StatusBadge status={row.status} label={status(row.status)} size="large" />
            <p className="max-w-2xl">{row.status === "in_review" ? t("inReview") : t("unchecked")}</p>
            <PlainLink href="/methodology#ratings" className="text-sm">
              {t("whatItMeans")}
            </PlainLink>
          </VerdictSheet>
        )
      }
      hasVerdict={row.verdict !== null}
    >
      {row.revisions.length > 0 && (
        <Section id="history" title={t("history")}>
          <RevisionList
            slug={row.slug}
            revisions={row.revisions}
            shown={row.verdict?.revision}
            locale={locale}
          />
        </Section>
      )}
    </ClaimParts>
  );
}

type ClaimPartsProps = {
  claim: Pick<PublicClaim, "id" | "slug" | "claim" | "source" | "appearances" | "evidence">;
  locale: LocaleId;
  verdict: ReactNode;
  /** Whether there is a verdict: the evidence is shown only with one. */
  hasVerdict: boolean;
  /** Content below the source. */
  children?: ReactNode;
};

/** The parts of a claim around its verdict. */
export async function ClaimParts({ claim: row, locale, verdict, hasVerdict, children }: ClaimPartsProps) {
  const t = await getTranslations("claim");
  return (
    <article className="grid gap-10">
      <ClaimHeader claim={row} locale={locale} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-10">
          <Section id="verdict" title={t("verdict")}>
            {verdict}
          </Section>
          {hasVerdict && (
            <Section id="evidence" title={t("evidence", { count: row.evidence.length })}>
              <EvidenceList evidence={row.evidence} locale={locale} />
            </Section>
          )}
          {row.appearances.length > 0 && (
            <Section id="appearances" title={t("appearances")}>
              <AppearanceList appearances={row.appearances} locale={locale} />
            </Section>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-10">
          {row.source && (
            <Section id="source" title={t("source")}>
              <SourceView source={row.source} claimId={row.id} locale={locale} />
            </Section>
          )}
          {children}
        </div>
      </div>
    </article>
  );
}

type ClaimHeaderProps = { claim: Pick<PublicClaim, "slug" | "claim">; locale: LocaleId };

async function ClaimHeader({ claim: { slug, claim }, locale }: ClaimHeaderProps) {
  const [t, nav] = [await getTranslations("claim"), await getTranslations("nav")];
  const text = pickText(claim.text, locale, claim.language);
  const others = Object.entries(claim.text).filter(([language]) => language !== text?.language);
  return (
    <header className="grid max-w-4xl gap-4">
      <StaffLink href={`/desk/claims/${slug}`}>{nav("claimAtDesk")}</StaffLink>
      <LongText length={text?.text.length ?? 0}>
        <h1 className={clsx("font-serif font-medium", headingSize(text?.text.length ?? 0))}>
          <ForeignText as="span" language={text?.language ?? claim.language} className="block">
            {text?.text}
          </ForeignText>
        </h1>
      </LongText>
      <p className="text-soft empty:hidden">
        {claim.claimant && <Claimant claimant={claim.claimant} language={claim.language} locale={locale} />}
        {claim.claimant && claim.claimedOn && " · "}
        {claim.claimedOn && (
          <time dateTime={claim.claimedOn}>{formatPartialDate(claim.claimedOn, locale)}</time>
        )}
      </p>
      {others.map(([language, words]) => (
        <LongText key={language} length={words.length}>
          <p className="text-sm">
            {languageName(language, locale) && (
              <span className="text-soft">{languageName(language, locale)}: </span>
            )}
            <ForeignText language={language}>{words}</ForeignText>
          </p>
        </LongText>
      ))}
      {claim.topics.length > 0 && (
        <ul aria-label={t("topics")} className="flex flex-wrap gap-2">
          {claim.topics.map(({ key, names }) => (
            <li key={key}>
              <PlainLink
                href={`/?topic=${key}`}
                className="inline-flex min-h-7 items-center rounded-md bg-wash px-2.5 text-sm text-ink no-underline hover:underline"
              >
                <ForeignText language={pickText(names, locale)?.language ?? locale}>
                  {pickText(names, locale)?.text ?? key}
                </ForeignText>
              </PlainLink>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

type ClaimantProps = {
  claimant: NonNullable<PublicClaim["claim"]["claimant"]>;
  language: string;
  locale: LocaleId;
};

async function Claimant({ claimant, language, locale }: ClaimantProps) {
  const t = await getTranslations("claim");
  const name = pickText(claimant.names, locale, language);
  return (
    <>
      {t("saidBy")}{" "}
      <PlainLink href={`/?claimant=${claimant.key}`}>
        <ForeignText language={name?.language ?? locale}>{name?.text ?? claimant.key}</ForeignText>
      </PlainLink>
    </>
  );
}
