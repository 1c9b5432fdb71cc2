import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/table/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { PageHeader } from "@/components/ui/page-header";
import { type DeskArticleLine, type DeskArticlePage, listDeskArticles } from "@/lib/articles/list";
import { type DeskArticleQuery, deskArticleQuerySchema } from "@/lib/articles/schema";
import type { Context } from "@/lib/auth/permissions";
import { AppError } from "@/lib/errors";
import { formatInstant, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { localPath } from "@/lib/i18n/paths";
import { deskContext } from "@/lib/web/desk-page";
import { staffPage } from "../../staff-page";
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

/** The desk's articles page by page, the latest changed first; archived ones where they are asked for. */
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
  const pageAt = (place: Pick<DeskArticleQuery, "after" | "before">) =>
    localPath(listPath({ q: query.q, archived: query.archived, ...place }), locale);
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
          <ul className="grid border-t border-rule-strong">
            {page.rows.map((article) => (
              <li key={article.slug} className="grid gap-1 border-b border-rule py-5">
                <ArticleLine article={article} locale={locale} />
              </li>
            ))}
          </ul>
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

/** The page asked for; the first one where the cursor is none of this list. */
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

async function ArticleLine({ article, locale }: { article: DeskArticleLine; locale: LocaleId }) {
  const t = await getTranslations("deskArticles");
  return (
    <>
      <Link
        href={`/desk/articles/${article.slug}`}
        prefetch={false}
        className="plain-link font-serif text-xl leading-snug text-ink"
      >
        <ForeignText language={article.language}>{article.title}</ForeignText>
      </Link>
      <p className="text-sm text-soft">
        <bdi>{article.publisher}</bdi>
        {languageName(article.language, locale) && <> · {languageName(article.language, locale)}</>}
        {" · "}
        {t("claims", { count: article.claims })} ·{" "}
        {article.archivedAt
          ? t("archivedOn", { date: formatInstant(article.archivedAt, locale) })
          : t("updated", { date: formatInstant(article.updatedAt, locale) })}
      </p>
    </>
  );
}

export default staffPage(DeskArticlesPage);
