import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { filterParams } from "./address";
import { TableFilters, type TableFiltersProps } from "./filters";
import { TableResult, type TableResultProps } from "./result";

type ClaimTableContent = Omit<TableFiltersProps & TableResultProps, "locale">;

/**
 * Renders the claim table as markup, in pieces: everything in the page's `main`. A `data-part` names what another query has
 * otherwise, so that a page can show the part of another one in its place (components/claim-table/rendered-table.tsx).
 */
export async function renderClaimTable(content: ClaimTableContent, locale: LocaleId): Promise<string[]> {
  const { query, view, typed, facets, page, problem, ignored } = content;
  // Next refuses a static import: its own pages are rendered as streams.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const t = translator(locale, "table");
  const exported = filterParams(query).toString();
  return [
    renderToStaticMarkup(
      <PageHeader title={t("title")} intro={t("intro")}>
        <div data-part="export">
          <a
            href={`/api/v1/verdicts.json${exported ? `?${exported}` : ""}`}
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
