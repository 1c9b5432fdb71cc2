import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { filterParams } from "./address";
import { TableFilters, type TableFiltersProps } from "./filters";
import { TableResult, type TableResultProps } from "./result";

type ClaimTableContent = Omit<TableFiltersProps & TableResultProps, "locale">;

/**
 * Renders the content of the page's `main` as pieces of markup. A `data-fragment` names each element whose
 * content depends on the query, so that a page can replace it with that of another one
 * (components/claim-table/apply-filters.ts).
 */
export async function renderClaimTable(content: ClaimTableContent, locale: LocaleId): Promise<string[]> {
  const { query, view, typed, facets, page, problem, ignored } = content;
  // Next does not allow a static import.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const t = translator(locale, "table");
  const filters = filterParams(query).toString();
  return [
    renderToStaticMarkup(
      <PageHeader title={t("title")} intro={t("intro")}>
        <div data-fragment="export">
          <a
            href={`/api/v1/verdicts.json${filters ? `?${filters}` : ""}`}
            download="verdicts.json"
            className={buttonClass()}
          >
            {t("export")}
          </a>
        </div>
      </PageHeader>,
    ),
    '<div class="grid gap-x-10 gap-y-6 min-[76rem]:grid-cols-[14rem_minmax(0,1fr)] 2xl:grid-cols-[17rem_minmax(0,1fr)]">',
    renderToStaticMarkup(
      <TableFilters query={query} typed={typed} facets={facets} view={view} locale={locale} />,
    ),
    renderToStaticMarkup(
      <TableResult
        query={query}
        page={page}
        facets={facets}
        problem={problem}
        ignored={ignored}
        typed={typed}
        locale={locale}
      />,
    ),
    "</div>",
  ];
}
