import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/claim-table/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { PageHeader } from "@/components/ui/page-header";
import { PlainLink } from "@/components/ui/plain-link";
import { AppError } from "@/lib/errors";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { pageAlternates } from "@/lib/next/alternates";
import { type ArticlePage, listPublicArticles } from "@/lib/public/articles";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

/** The page's title and description. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations("articles");
  return { title: t("title"), description: t("intro"), alternates: pageAlternates("/articles", locale) };
}

/** The articles with public claims, newest first. */
export default async function ArticlesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const after = [(await searchParams).after ?? ""].flat()[0] || undefined;
  const [t, kinds, { rows: articles, next }] = [
    await getTranslations("articles"),
    await getTranslations("article.kind"),
    await pageOrFirst(after),
  ];
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")} />
      {articles.length === 0 && <EmptyState title={t("empty")} />}
      <ul className="grid border-t border-rule-strong">
        {articles.map((article) => {
          const titles = { ...article.titleTranslations, [article.language]: article.title };
          const title = pickText(titles, locale, article.language) ?? {
            text: article.title,
            language: article.language,
          };
          return (
            <li key={article.slug} className="grid gap-1 border-b border-rule py-5">
              <PlainLink
                href={`/articles/${article.slug}`}
                className="plain-link font-serif text-xl leading-snug text-ink"
              >
                <ForeignText language={title.language}>{title.text}</ForeignText>
              </PlainLink>
              <p className="text-sm text-soft">
                {kinds(article.kind)} · <bdi>{article.publisher}</bdi>
                {article.publishedOn && <> · {formatPartialDate(article.publishedOn, locale)}</>}
                {languageName(article.language, locale) && <> · {languageName(article.language, locale)}</>}
                {" · "}
                {t("claims", { count: article.claimCount })}
              </p>
            </li>
          );
        })}
      </ul>
      <Pager
        label={t("pages")}
        previous={after ? { href: localPath("/articles", locale), label: t("newest") } : null}
        next={next ? { href: localPath(`/articles?after=${next}`, locale), label: t("older") } : null}
      />
    </>
  );
}

/** Returns the requested page, or the first one for an invalid cursor. */
async function pageOrFirst(after: string | undefined): Promise<ArticlePage> {
  return listPublicArticles({ after }).catch((error) => {
    if (error instanceof AppError && error.code === "invalid") return listPublicArticles({});
    throw error;
  });
}
