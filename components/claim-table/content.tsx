import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readTable } from "@/lib/server/claim-table";
import { filterParams, readFacetView, readTableQuery, type SearchParams } from "./address";
import { TableFilters } from "./filters";
import { TableResult } from "./result";

/**
 * The claim table as markup, in pieces: everything in the page's `main`. A `data-part` names what another query has
 * otherwise, so that a page can show the part of another one in its place (components/claim-table/drawn-table.tsx).
 */
export async function drawClaimTable(
  locale: LocaleId,
  params: SearchParams,
): Promise<{ markup: string[]; status: 200 | 503 }> {
  const { query: asked, ignored, typed } = readTableQuery(params);
  const view = readFacetView(params);
  const [{ query, page, facets, problem }, { renderToStaticMarkup }] = await Promise.all([
    readTable(asked, view, locale),
    // Next refuses to see it imported at once: its own pages are to be streams.
    import("react-dom/server"),
  ]);
  const t = translator(locale, "table");
  const exported = filterParams(query).toString();
  const markup = [
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
        isCut={typed !== null}
        locale={locale}
      />,
    ),
    "</div>",
  ];
  return { markup, status: problem === "too_slow" ? 503 : 200 };
}
