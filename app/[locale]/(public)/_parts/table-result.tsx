import { getTranslations } from "next-intl/server";
import { ClaimTable } from "@/components/table/claim-table";
import type { ClaimTableHeading } from "@/components/table/column-heading";
import { Pager } from "@/components/table/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import type { LocaleId } from "@/lib/i18n/locales";
import type { Facets } from "@/lib/public/facets";
import type { ClaimQuery, SortKey } from "@/lib/public/filters";
import { foundInRows } from "@/lib/public/found-in-rows";
import type { ClaimPage } from "@/lib/public/queries";
import { ranks } from "@/lib/public/search-sql";
import { ActiveFilters } from "./active-filters";
import { Corrections } from "./corrections";
import { nextSort, sortedBy, tableHref } from "./query";
import { tableRow } from "./table-row";

type TableResultProps = {
  query: ClaimQuery;
  page: ClaimPage;
  facets: Facets;
  ignored: string[];
  locale: LocaleId;
};

/** What the query found, or the way back where it found nothing. */
export async function TableResult({ query, page, facets, ignored, locale }: TableResultProps) {
  const t = await getTranslations("table");
  const first = { ...query, after: undefined, before: undefined };
  const heading = (label: string, key: SortKey): ClaimTableHeading => ({
    label,
    hint: t("sortBy", { column: label }),
    href: tableHref({ ...first, sort: nextSort(query.sort, key) }),
    sorted: sortedBy(query.sort, key),
  });
  const found = query.q && page.search ? foundInRows(query.q, page.search, page.rows, locale) : [];
  const rows = await Promise.all(page.rows.map((row, i) => tableRow(row, locale, found[i])));
  return (
    <div className="grid min-w-0 content-start gap-4">
      {ignored.length > 0 && (
        <Notice tone="warning" title={t("ignoredTitle")}>
          <p>{t("ignored", { names: ignored.join(", ") })}</p>
        </Notice>
      )}
      <Corrections corrections={page.search?.corrections ?? []} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" className="text-sm text-soft">
          {page.exact ? t("count", { count: page.total }) : t("countMore", { count: page.total })}
          {rows.length > 1 && page.search && ranks(page.search) && (
            <>
              {" · "}
              {query.sort === "relevance" ? (
                t("byRelevance")
              ) : (
                <PlainLink href={tableHref({ ...first, sort: "relevance" })}>{t("toRelevance")}</PlainLink>
              )}
            </>
          )}
        </p>
        <ActiveFilters query={query} facets={facets} locale={locale} />
      </div>
      {rows.length === 0 && tableHref(first) === tableHref({ sort: first.sort, limit: first.limit }) ? (
        <EmptyState title={t("emptyDesk")} />
      ) : rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>
          <p>{query.q ? t("emptySearch", { q: query.q }) : t("emptyFilter")}</p>
          <p className="flex flex-wrap gap-x-6">
            {query.q && (
              <PlainLink href={tableHref({ ...first, q: undefined })}>{t("withoutSearch")}</PlainLink>
            )}
            <PlainLink href="/">{t("showAll")}</PlainLink>
          </p>
        </EmptyState>
      ) : (
        <ClaimTable
          caption={t("title")}
          rows={rows}
          headings={{
            claim: heading(t("columns.claim"), "claim"),
            claimant: heading(t("columns.claimant"), "claimant"),
            source: heading(t("columns.source"), "publisher"),
            status: heading(t("columns.status"), "rating"),
            evidence: heading(t("columns.evidence"), "evidence"),
            updated: heading(t("columns.updated"), "updated"),
          }}
        />
      )}
      <Pager
        label={t("pages")}
        previous={
          page.previous
            ? { href: tableHref({ ...first, before: page.previous }), label: t("previous") }
            : null
        }
        next={page.next ? { href: tableHref({ ...first, after: page.next }), label: t("next") } : null}
      />
    </div>
  );
}
