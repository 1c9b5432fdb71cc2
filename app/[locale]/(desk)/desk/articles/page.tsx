import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { PageHeader } from "@/components/ui/page-header";
import { type DeskArticleLine, listDeskArticles } from "@/lib/articles/queries";
import { formatInstant, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { deskContext } from "@/lib/web/desk-page";
import { staffPage } from "../../staff-page";

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskArticles"))("title") };
}

/** All articles of the desk, the latest changed first. */
async function DeskArticlesPage({ params }: PageProps) {
  const [{ locale }, context] = [await params, await deskContext("/desk/articles")];
  const [t, articles] = [await getTranslations("deskArticles"), await listDeskArticles(context)];
  const add = (
    <Link href="/desk/articles/new" className={buttonClass("primary")}>
      {t("add")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")}>
        {add}
      </PageHeader>
      {articles.length === 0 ? (
        <EmptyState title={t("empty")}>
          <p>{t("emptyHelp")}</p>
          {add}
        </EmptyState>
      ) : (
        <ul className="grid border-t border-rule-strong">
          {articles.map((article) => (
            <li key={article.slug} className="grid gap-1 border-b border-rule py-5">
              <ArticleLine article={article} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </>
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
        <bdi>{article.publisher}</bdi> · {languageName(article.language, locale)} ·{" "}
        {t("claims", { count: article.claims })} ·{" "}
        {t("updated", { date: formatInstant(article.updatedAt, locale) })}
      </p>
    </>
  );
}

export default staffPage(DeskArticlesPage);
