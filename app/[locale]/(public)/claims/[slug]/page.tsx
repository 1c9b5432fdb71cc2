import type { Metadata } from "next";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { getClaim } from "@/lib/public/queries";
import { pageAlternates } from "@/lib/web/alternates";
import { orNotFound } from "@/lib/web/not-found";
import { ClaimView } from "./_parts/claim-view";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

/** The claim is the title, its verdict the description. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const claim = await orNotFound(getClaim(decodeURIComponent(slug)));
  return {
    title: pick(claim.claim.text, locale)?.text,
    description: pick(claim.verdict?.summary ?? {}, locale)?.text,
    alternates: pageAlternates(`/claims/${slug}`, locale),
  };
}

/** One claim: who said it and where, what was found and on what evidence. */
export default async function ClaimPage({ params }: PageProps) {
  const { locale, slug } = await params;
  return <ClaimView claim={await orNotFound(getClaim(decodeURIComponent(slug)))} locale={locale} />;
}
