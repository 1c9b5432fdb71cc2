import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/claim-table/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { PageHeader } from "@/components/ui/page-header";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { AppError } from "@/lib/errors";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { pageAlternates } from "@/lib/next/alternates";
import { type Correction, type CorrectionPage, listCorrections } from "@/lib/public/corrections";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

const feeds = [
  { path: "/corrections/feed.atom", type: "application/atom+xml", name: "Atom" },
  { path: "/corrections/feed.json", type: "application/feed+json", name: "JSON Feed" },
];

/** The page's title and description, with its feeds. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations("corrections");
  const types = feeds.map(({ path, type }) => [
    type,
    [{ url: localPath(path, locale), title: t("feedTitle") }],
  ]);
  return {
    title: t("title"),
    description: t("intro"),
    alternates: { ...pageAlternates("/corrections", locale), types: Object.fromEntries(types) },
  };
}

/** Corrections and retractions, newest first. */
export default async function CorrectionsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const after = [(await searchParams).after ?? ""].flat()[0] || undefined;
  const [t, { rows, next }] = [await getTranslations("corrections"), await pageOrFirst(after)];
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")} />
      <p className="flex flex-wrap gap-x-5 pb-6 text-sm text-soft">
        {t("feeds")}
        {feeds.map(({ path, type, name }) => (
          <a key={path} href={localPath(path, locale)} type={type} dir="ltr">
            {name}
          </a>
        ))}
      </p>
      {rows.length === 0 && <EmptyState title={t("empty")} />}
      <ol className="grid border-t border-rule-strong">
        {rows.map((row) => (
          <li key={`${row.slug}-${row.verdict.revision}`} className="grid gap-3 border-b border-rule py-6">
            <CorrectionEntry correction={row} locale={locale} />
          </li>
        ))}
      </ol>
      <Pager
        label={t("pages")}
        previous={after ? { href: localPath("/corrections", locale), label: t("newest") } : null}
        next={next ? { href: localPath(`/corrections?after=${next}`, locale), label: t("older") } : null}
      />
    </>
  );
}

/** Returns the requested page, or the first one for an invalid cursor. */
async function pageOrFirst(after: string | undefined): Promise<CorrectionPage> {
  return listCorrections({ after }).catch((error) => {
    if (error instanceof AppError && error.code === "invalid") return listCorrections({});
    throw error;
  });
}

async function CorrectionEntry({ correction, locale }: { correction: Correction; locale: LocaleId }) {
  const { slug, text, language, verdict, statusBefore, status } = correction;
  const [t, kinds, names, compare] = [
    await getTranslations("corrections"),
    await getTranslations("claim"),
    await getTranslations("status"),
    await getTranslations("compare"),
  ];
  const claim = pickText(text, locale, language);
  const since = verdict.revision - 1;
  return (
    <>
      <p className="text-sm text-soft">
        {kinds(verdict.kind)} ·{" "}
        <time dateTime={verdict.publishedAt}>{formatDay(verdict.publishedAt, locale)}</time>
      </p>
      <h2 className="max-w-4xl font-serif text-xl leading-snug">
        <PlainLink
          href={`/claims/${slug}/revisions/${verdict.revision}`}
          className="plain-link line-clamp-6 text-ink"
        >
          <ForeignText language={claim?.language ?? locale}>{claim?.text}</ForeignText>
        </PlainLink>
      </h2>
      <LocalizedText texts={verdict.note} locale={locale} className="prose-block max-w-3xl" lines={8} />
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        {statusBefore === status ? (
          <StatusBadge status={status} label={names(status)} />
        ) : (
          <span>
            {t.rich("change", {
              before: () => <StatusBadge status={statusBefore} label={names(statusBefore)} />,
              after: () => <StatusBadge status={status} label={names(status)} />,
            })}
          </span>
        )}
        <PlainLink href={`/claims/${slug}/compare?from=${since}&to=${verdict.revision}`}>
          {compare("linkSince", { number: since })}
        </PlainLink>
      </p>
    </>
  );
}
