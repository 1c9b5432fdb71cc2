import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { Link } from "@/lib/i18n/navigation";
import { listCorrections } from "@/lib/public/queries";
import { pageAlternates } from "@/lib/web/alternates";

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** Corrections. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations("corrections");
  return { title: t("title"), description: t("intro"), alternates: pageAlternates("/corrections", locale) };
}

/** What the desk got wrong, newest first. */
export default async function CorrectionsPage({ params }: PageProps) {
  const { locale } = await params;
  const [t, kinds, status, compare, corrections] = [
    await getTranslations("corrections"),
    await getTranslations("claim"),
    await getTranslations("status"),
    await getTranslations("compare"),
    await listCorrections(),
  ];
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")} />
      {corrections.length === 0 && <EmptyState title={t("empty")} />}
      <ol className="grid border-t border-rule-strong">
        {corrections.map(({ slug, text, language, verdict }) => {
          const claim = pick(text, locale, language);
          const rating = verdict.kind === "retraction" ? "retracted" : verdict.rating;
          return (
            <li key={`${slug}-${verdict.revision}`} className="grid gap-3 border-b border-rule py-6">
              <p className="text-sm text-soft">
                {kinds(verdict.kind)} ·{" "}
                <time dateTime={verdict.publishedAt}>{formatDay(verdict.publishedAt, locale)}</time>
              </p>
              <h2 className="max-w-4xl font-serif text-xl leading-snug">
                <Link
                  href={`/claims/${slug}/revisions/${verdict.revision}`}
                  prefetch={false}
                  className="plain-link text-ink"
                >
                  <ForeignText language={claim?.language ?? locale}>{claim?.text}</ForeignText>
                </Link>
              </h2>
              <LocalizedText texts={verdict.note} locale={locale} className="prose-block max-w-3xl" />
              <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
                <StatusBadge status={rating} label={status(rating)} />
                <Link
                  href={`/claims/${slug}/compare?from=${verdict.revision - 1}&to=${verdict.revision}`}
                  prefetch={false}
                  className="text-sm"
                >
                  {compare("linkSince", { number: verdict.revision - 1 })}
                </Link>
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
