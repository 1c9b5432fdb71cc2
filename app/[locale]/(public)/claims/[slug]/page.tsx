import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { pageAlternates } from "@/lib/next/alternates";
import { orNotFound } from "@/lib/next/not-found";
import { getClaim } from "@/lib/public/claims/get-claim";
import { ClaimView } from "./_parts/claim-view";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

/** The title is the claim, the description its verdict. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const { claim, verdict, status } = await orNotFound(getClaim(decodeURIComponent(slug)));
  const [t, names] = [await getTranslations("claim"), await getTranslations("status")];
  const claimant = claim.claimant && pickText(claim.claimant.names, locale, claim.language)?.text;
  return {
    title: pickText(claim.text, locale, claim.language)?.text,
    description: verdict
      ? `${names(status)}: ${pickText(verdict.summary, locale)?.text}`
      : claimant
        ? t("description", { claimant, status: names(status) })
        : names(status),
    alternates: pageAlternates(`/claims/${slug}`, locale),
  };
}

/** A claim: claimant, source, verdict and evidence. */
export default async function ClaimPage({ params }: PageProps) {
  const { locale, slug } = await params;
  return <ClaimView claim={await orNotFound(getClaim(decodeURIComponent(slug)))} locale={locale} />;
}
