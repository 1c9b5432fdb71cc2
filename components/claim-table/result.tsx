import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/public/claims/filters";
import { type ClaimQuery, MOST_TYPED } from "@/lib/public/claims/filters";
import type { FoundInRow, ShownClaim } from "@/lib/public/projection/document";
import { shortened } from "@/lib/text/shortened";
import { ActiveFilters } from "./active-filters";
import { tableHref } from "./address";
import { type Correction, Corrections } from "./corrections";
import { Pager } from "./pager";
import { ClaimRows } from "./rows";
import { SimilarClaims } from "./similar";

type TablePage = {
  rows: ShownClaim[];
  /** Up to how many claims were counted; there are more where it is not `exact`. */
  total: number;
  exact: boolean;
  /** Cursors of the pages beside this one. */
  next: string | null;
  previous: string | null;
  /** What a search found in each row. */
  found: FoundInRow[];
  /** Where no claim has all that was typed, those that share most of it. */
  similar: ShownClaim[];
  foundSimilar: FoundInRow[];
  corrections: Correction[];
  /** Whether the rows can be put in the order of relevance. */
  isRanked: boolean;
};

export type TableResultProps = {
  query: ClaimQuery;
  page: TablePage;
  facets: Facets;
  /** Why nothing was looked for. */
  problem: "only_excludes" | "too_slow" | null;
  ignored: string[];
  /** All that was typed, where only its beginning is searched for. */
  typed: string | null;
  locale: LocaleId;
};

/** What the query found, or the way back where it found nothing. */
export function TableResult({ query, page, facets, problem, ignored, typed, locale }: TableResultProps) {
  const t = translator(locale, "table");
  const first = { ...query, after: undefined, before: undefined };
  const countOf = ({ exact, total }: TablePage) => t(exact ? "count" : "countMore", { count: total });
  const to = (change: Partial<ClaimQuery>) => localPath(tableHref({ ...first, ...change }), locale);
  return (
    <div className="table-result grid min-w-0 content-start gap-4">
      <div data-part="notices" className="grid gap-4 empty:hidden">
        {ignored.length > 0 && (
          <Notice tone="warning" title={t("ignoredTitle")}>
            <p>{t("ignored", { names: ignored.join(", ") })}</p>
          </Notice>
        )}
        {typed !== null && (
          <Notice tone="warning" title={t("cutTitle")}>
            <p>{t("cut", { count: MOST_TYPED })}</p>
          </Notice>
        )}
        <Corrections corrections={page.corrections} locale={locale} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" data-part="count" className="text-sm text-soft">
          {/* What was not looked for has no number; its reason stands below. */}
          {problem ? <span className="sr-only">{t(`problemTitles.${problem}`)}</span> : countOf(page)}
          <Order query={query} page={page} locale={locale} toRelevance={to({ sort: "relevance" })} />
        </p>
        <div data-part="chips" className="contents">
          <ActiveFilters query={query} facets={facets} locale={locale} />
        </div>
      </div>
      <div data-part="rows" className="grid gap-4">
        {page.rows.length === 0 ? (
          <Nothing query={first} problem={problem} locale={locale} />
        ) : (
          <ClaimRows caption={t("title")} rows={page.rows} found={page.found} query={query} locale={locale} />
        )}
        <SimilarClaims similar={page.similar} foundSimilar={page.foundSimilar} locale={locale} />
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

/** What a search is ordered by, and the way to its usual order. */
function Order({ query, page, locale, toRelevance }: Shown & { toRelevance: string }) {
  const t = translator(locale, "table");
  if (page.rows.length < 2 || !page.isRanked) return null;
  return (
    <>
      {" · "}
      {query.sort === "relevance" ? t("byRelevance") : <a href={toRelevance}>{t("toRelevance")}</a>}
    </>
  );
}

/** Says that there is nothing, or why it was not looked for, and leads back to where there was something. */
function Nothing({ query, problem, locale }: Pick<TableResultProps, "query" | "problem" | "locale">) {
  const t = translator(locale, "table");
  const everything = tableHref({ sort: query.sort, limit: query.limit });
  const emptyReason = () => {
    if (problem) return t(`problems.${problem}`);
    return query.q ? t("emptySearch", { q: shortened(query.q) }) : t("emptyFilter");
  };
  if (tableHref(query) === everything) return <EmptyState title={t("emptyDesk")} />;
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
