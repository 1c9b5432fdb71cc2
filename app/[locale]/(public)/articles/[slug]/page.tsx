import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { formatDay, formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { getPublicArticle, type PublicArticle } from "@/lib/public/articles";
import { pageAlternates } from "@/lib/web/alternates";
import { orNotFound } from "@/lib/web/not-found";
import { ArticleClaims } from "./_parts/article-claims";
import { ArticleText } from "./_parts/article-text";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

const titleOf = (article: PublicArticle, locale: LocaleId) =>
  pick(
    {
      ...(article.translation ? { [article.translation.language]: article.translation.title } : {}),
      [article.language]: article.title,
    },
    locale,
    article.language,
  ) ?? { text: article.title, language: article.language };

/** The article's title in the reader's language. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const article = await orNotFound(getPublicArticle(decodeURIComponent(slug)));
  return { title: titleOf(article, locale).text, alternates: pageAlternates(`/articles/${slug}`, locale) };
}

/** An article's text with its claims marked in it, and listed beside. */
export default async function ArticlePage({ params }: PageProps) {
  const { locale, slug } = await params;
  const [t, article] = [
    await getTranslations("article"),
    await orNotFound(getPublicArticle(decodeURIComponent(slug))),
  ];
  const title = titleOf(article, locale);
  return (
    <article className="grid gap-8">
      <header className="grid max-w-4xl gap-3">
        <p className="text-sm font-semibold text-soft">{t(`kind.${article.kind}`)}</p>
        <h1 className="font-serif text-2xl leading-tight font-medium" lang={title.language}>
          <ForeignText language={title.language}>{title.text}</ForeignText>
        </h1>
        {title.language !== article.language && (
          <ForeignText as="p" language={article.language} className="font-serif text-lg">
            {article.title}
          </ForeignText>
        )}
        <p className="text-sm text-soft">
          <bdi>{article.publisher}</bdi>
          {article.author && (
            <>
              {" · "}
              <bdi>{article.author}</bdi>
            </>
          )}
          {article.publishedOn && <> · {formatPartialDate(article.publishedOn, locale)}</>}
          {" · "}
          {languageName(article.language, locale)}
          {" · "}
          {t("retrieved", { date: formatDay(article.retrievedAt, locale) })}
        </p>
        <p className="flex flex-wrap gap-x-5 text-sm">
          {article.url && (
            <a href={article.url} rel="noopener noreferrer">
              {t("original")}
            </a>
          )}
          {article.archiveUrl && (
            <a href={article.archiveUrl} rel="noopener noreferrer">
              {t("archived")}
            </a>
          )}
        </p>
        {Object.keys(article.disclosure).length > 0 && (
          <Notice title={t("disclosure")}>
            <LocalizedText texts={article.disclosure} locale={locale} />
          </Notice>
        )}
      </header>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <ArticleText article={article} locale={locale} />
        <Section id="claims" title={t("claims", { count: article.claims.length })}>
          <ArticleClaims claims={article.claims} locale={locale} />
        </Section>
      </div>
    </article>
  );
}
