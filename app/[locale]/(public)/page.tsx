import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { LocaleId } from "@/lib/i18n/locales";
import { listFacets } from "@/lib/public/facets";
import { listClaims } from "@/lib/public/queries";
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
  const t = await getTranslations("table");
  const { query, ignored } = readTableQuery(await searchParams);
  const [facets, page] = await Promise.all([
    listFacets(query),
    listClaims(query, locale).catch(firstPageOf(query, locale)),
  ]);
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
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-[15rem_minmax(0,1fr)]">
        <TableFilters query={query} facets={facets} locale={locale} />
        <TableResult query={query} page={page} facets={facets} ignored={ignored} locale={locale} />
      </div>
    </>
  );
}

/** An address with a cursor of another order, cut off in a mail say, shows the beginning. */
function firstPageOf(query: Parameters<typeof listClaims>[0], locale: LocaleId) {
  return (error: unknown) => {
    if (!query.after && !query.before) throw error;
    return listClaims({ ...query, after: undefined, before: undefined }, locale);
  };
}
