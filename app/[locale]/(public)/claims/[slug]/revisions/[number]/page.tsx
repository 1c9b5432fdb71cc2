import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { pageAlternates } from "@/lib/next/alternates";
import { orNotFound } from "@/lib/next/not-found";
import { getRevision } from "@/lib/public/claims/get-claim";
import { ClaimView } from "../../_parts/claim-view";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string; number: string }> };

async function readRevision({ slug, number }: { slug: string; number: string }) {
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  return orNotFound(getRevision(decodeURIComponent(slug), Number(number)));
}

/** The title is the claim with the revision's number. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, ...path } = await params;
  const [t, revision] = [await getTranslations("claim"), await readRevision(path)];
  const text = pickText(revision.claim.text, locale)?.text;
  return {
    title: `${text} (${t("revision", { number: Number(path.number) })})`,
    alternates: pageAlternates(`/claims/${path.slug}/revisions/${path.number}`, locale),
  };
}

/** The claim at one published revision. */
export default async function RevisionPage({ params }: PageProps) {
  const { locale, ...path } = await params;
  const [t, compare, revision] = [
    await getTranslations("claim"),
    await getTranslations("compare"),
    await readRevision(path),
  ];
  const number = Number(path.number);
  const isLatest = revision.verdict?.revision === revision.revisions.at(-1)?.revision;
  return (
    <div className="grid gap-8">
      <Notice tone={isLatest ? "info" : "warning"}>
        <p>
          {t("asItStood", {
            number,
            date: formatDay(revision.updatedAt, locale),
          })}{" "}
          <PlainLink href={`/claims/${revision.slug}`}>{isLatest ? t("toClaim") : t("toLatest")}</PlainLink>
        </p>
        {number > 1 && (
          <p>
            <PlainLink href={`/claims/${revision.slug}/compare?from=${number - 1}&to=${number}`}>
              {compare("linkSince", { number: number - 1 })}
            </PlainLink>
          </p>
        )}
      </Notice>
      <ClaimView claim={revision} locale={locale} />
    </div>
  );
}
