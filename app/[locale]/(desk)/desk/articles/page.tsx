import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/claim-table/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type DeskArticleListItem, type DeskArticlePage, listDeskArticles } from "@/lib/desk/articles/list";
import { type DeskArticleQuery, deskArticleQuerySchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { formatInstant, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { staffPage } from "../../staff-page";
import { type ArticleRow, ArticleTable } from "./_parts/article-table";
import { ListFilters } from "./_parts/list-filters";
import { listPath } from "./_parts/list-path";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskArticles"))("title") };
}

/** A page of the desk's current or archived articles, the latest edited first. */
async function DeskArticlesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const query = deskArticleQuerySchema.parse(await searchParams);
  const context = await deskContext(listPath(query));
  const [t, page] = [await getTranslations("deskArticles"), await pageOrFirst(context, query)];
  const add = (
    <Link href="/desk/articles/new" className={buttonClass("primary")}>
      {t("add")}
    </Link>
  );
  const pageAt = (cursor: Pick<DeskArticleQuery, "after" | "before">) =>
    localPath(listPath({ q: query.q, archived: query.archived, ...cursor }), locale);
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")}>
        {add}
      </PageHeader>
      <div className="grid gap-6">
        <ListFilters query={query} total={page.total} locale={locale} />
        {page.rows.length === 0 ? (
          <NoArticles query={query}>{add}</NoArticles>
        ) : (
          <ArticleTable
            key={String(query.archived ?? false)}
            caption={t(query.archived ? "archived" : "title")}
            rows={page.rows.map((article) => articleRow(article, locale))}
            isArchived={query.archived ?? false}
            isWhole={page.previous === null && page.next === null}
          />
        )}
        <Pager
          label={t("pages")}
          previous={page.previous ? { href: pageAt({ before: page.previous }), label: t("newer") } : null}
          next={page.next ? { href: pageAt({ after: page.next }), label: t("older") } : null}
        />
      </div>
    </>
  );
}

/** Returns the requested page, or the first one for an invalid cursor. */
async function pageOrFirst(context: Context, query: DeskArticleQuery): Promise<DeskArticlePage> {
  return listDeskArticles(context, query).catch((error) => {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return listDeskArticles(context, { q: query.q, archived: query.archived });
  });
}

async function NoArticles({ query, children }: { query: DeskArticleQuery; children: React.ReactNode }) {
  const t = await getTranslations("deskArticles");
  if (query.q) return <EmptyState title={t("noneFound")} />;
  if (query.archived) return <EmptyState title={t("noneArchived")} />;
  return (
    <EmptyState title={t("empty")}>
      <p>{t("emptyHelp")}</p>
      {children}
    </EmptyState>
  );
}

// Formats dates on the server: a browser may format them differently.
function articleRow(article: DeskArticleListItem, locale: LocaleId): ArticleRow {
  const { slug, title, language, publisher, claims, updatedAt, archivedAt } = article;
  const at = archivedAt ?? updatedAt;
  return {
    slug,
    title,
    language,
    publisher,
    claims,
    languageName: languageName(language, locale) || undefined,
    changed: { at: at.toISOString(), text: formatInstant(at, locale) },
  };
}

export default staffPage(DeskArticlesPage);
