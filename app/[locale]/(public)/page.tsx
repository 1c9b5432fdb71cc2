import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { AppError } from "@/lib/errors";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { listFacets } from "@/lib/public/facets";
import type { ClaimQuery } from "@/lib/public/filters";
import { type ClaimPage, listClaims } from "@/lib/public/queries";
import { pageAlternates } from "@/lib/web/alternates";
import { filterParams, readTableQuery, type SearchParams } from "./_parts/query";
import { TableFilters } from "./_parts/table-filters";
import { TableResult } from "./_parts/table-result";

type PageProps = { params: Promise<{ locale: LocaleId }>; searchParams: Promise<SearchParams> };

/** The canonical table has no filters. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { alternates: pageAlternates("/", (await params).locale) };
}

/** The claim table. */
export default async function ClaimTablePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!isLocaleId(locale)) notFound();
  const t = await getTranslations("table");
  const { query, ignored } = readTableQuery(await searchParams);
  const [facets, page] = await Promise.all([listFacets(query), pageOrFirst(query, locale)]);
  const exportParams = filterParams(query).toString();
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")}>
        <a
          href={`/api/v1/verdicts.json${exportParams ? `?${exportParams}` : ""}`}
          download="verdicts.json"
          className={buttonClass()}
        >
          {t("export")}
        </a>
      </PageHeader>
      <div className="grid gap-x-10 gap-y-6 min-[76rem]:grid-cols-[14rem_minmax(0,1fr)] 2xl:grid-cols-[17rem_minmax(0,1fr)]">
        <TableFilters query={query} facets={facets} locale={locale} />
        <TableResult query={query} page={page} facets={facets} ignored={ignored} locale={locale} />
      </div>
    </>
  );
}

/** The page asked for; the first one where the cursor is none (cut off in a mail, say) or leads past the end by now. */
async function pageOrFirst(query: ClaimQuery, locale: LocaleId): Promise<ClaimPage> {
  const first = { ...query, after: undefined, before: undefined };
  if (!query.after && !query.before) return listClaims(first, locale);
  const page = await listClaims(query, locale).catch((error) => {
    if (error instanceof AppError && error.code === "invalid") return null;
    throw error;
  });
  return page && page.rows.length > 0 ? page : listClaims(first, locale);
}
