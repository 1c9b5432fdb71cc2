import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/public/claims/filters";
import { type ClaimQuery, MAX_QUERY_LENGTH } from "@/lib/public/claims/filters";
import type { ClaimSummary, RowMatches, SpellingCorrection } from "@/lib/public/projection/document";
import { truncateMiddle } from "@/lib/text/truncate";
import { ActiveFilters } from "./active-filters";
import { tableHref } from "./address";
import { Pager } from "./pager";
import { ClaimRows } from "./rows";
import { SimilarClaims } from "./similar";
import { SpellingCorrections } from "./spelling-corrections";

type TablePage = {
  rows: ClaimSummary[];
  /** The count of claims; capped, and so a lower bound, where it is not `exact`. */
  total: number;
  exact: boolean;
  /** Cursors of the next and previous page. */
  next: string | null;
  previous: string | null;
  /** The search matches in each row. */
  matches: RowMatches[];
  /** Where no claim has all that was typed, the claims that share most of it. */
  similar: ClaimSummary[];
  similarMatches: RowMatches[];
  corrections: SpellingCorrection[];
  /** Whether the rows can be sorted by relevance. */
  isRanked: boolean;
};

/** Props of {@link TableResult}. */
export type TableResultProps = {
  query: ClaimQuery;
  page: TablePage;
  facets: Facets;
  /** Why the search was not run. */
  problem: "only_excludes" | "too_slow" | null;
  ignored: string[];
  /** The typed text where only its beginning is searched for, else null. */
  typed: string | null;
  locale: LocaleId;
};

/** The result of a query: notices, count, active filters, rows and pager. */
export function TableResult({ query, page, facets, problem, ignored, typed, locale }: TableResultProps) {
  const t = translator(locale, "table");
  const first = { ...query, after: undefined, before: undefined };
  const countOf = ({ exact, total }: TablePage) => t(exact ? "count" : "countMore", { count: total });
  const to = (change: Partial<ClaimQuery>) => localPath(tableHref({ ...first, ...change }), locale);
  return (
    <div className="table-result grid min-w-0 content-start gap-4">
      <div data-fragment="notices" className="grid gap-4 empty:hidden">
        {ignored.length > 0 && (
          <Notice tone="warning" title={t("ignoredTitle")}>
            <p>{t("ignored", { names: ignored.join(", ") })}</p>
          </Notice>
        )}
        {typed !== null && (
          <Notice tone="warning" title={t("cutTitle")}>
            <p>{t("cut", { count: MAX_QUERY_LENGTH })}</p>
          </Notice>
        )}
        <SpellingCorrections corrections={page.corrections} locale={locale} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" data-fragment="count" className="text-sm text-soft">
          {/* A search that was not run has no count; the reason stands below. */}
          {problem ? <span className="sr-only">{t(`problemTitles.${problem}`)}</span> : countOf(page)}
          <SortNote query={query} page={page} locale={locale} toRelevance={to({ sort: "relevance" })} />
        </p>
        <div data-fragment="chips" className="contents">
          <ActiveFilters query={query} facets={facets} locale={locale} />
        </div>
      </div>
      <div data-fragment="rows" className="grid gap-4">
        {page.rows.length === 0 ? (
          <NoClaims query={first} problem={problem} locale={locale} />
        ) : (
          <ClaimRows
            caption={t("title")}
            rows={page.rows}
            matches={page.matches}
            query={query}
            locale={locale}
          />
        )}
        <SimilarClaims similar={page.similar} similarMatches={page.similarMatches} locale={locale} />
        <Pager
          label={t("pages")}
          previous={page.previous ? { href: to({ before: page.previous }), label: t("previous") } : null}
          next={page.next ? { href: to({ after: page.next }), label: t("next") } : null}
        />
      </div>
    </div>
  );
}

type Shown = Pick<TableResultProps, "query" | "page" | "locale">;

/** Says that a search is sorted by relevance, or links to that order. */
function SortNote({ query, page, locale, toRelevance }: Shown & { toRelevance: string }) {
  const t = translator(locale, "table");
  if (page.rows.length < 2 || !page.isRanked) return null;
  return (
    <>
      {" · "}
      {query.sort === "relevance" ? t("byRelevance") : <a href={toRelevance}>{t("toRelevance")}</a>}
    </>
  );
}

/** Says that no claim matches, or why the search was not run, with links to wider queries. */
function NoClaims({ query, problem, locale }: Pick<TableResultProps, "query" | "problem" | "locale">) {
  const t = translator(locale, "table");
  const unfilteredHref = tableHref({ sort: query.sort, limit: query.limit });
  const emptyReason = () => {
    if (problem) return t(`problems.${problem}`);
    return query.q ? t("emptySearch", { q: truncateMiddle(query.q) }) : t("emptyFilter");
  };
  if (tableHref(query) === unfilteredHref) return <EmptyState title={t("emptyDesk")} />;
  return (
    <EmptyState title={problem ? t(`problemTitles.${problem}`) : t("emptyTitle")}>
      <p>{emptyReason()}</p>
      <p className="flex flex-wrap gap-x-6">
        {query.q && (
          <a href={localPath(tableHref({ ...query, q: undefined }), locale)}>{t("withoutSearch")}</a>
        )}
        <a href={localPath("/", locale)}>{t("showAll")}</a>
      </p>
    </EmptyState>
  );
}
