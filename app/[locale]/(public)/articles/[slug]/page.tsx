import { clsx } from "clsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { headingSize } from "@/components/ui/heading-size";
import { LocalizedText } from "@/components/ui/localized-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { StaffLink } from "@/components/ui/staff-link";
import { AddressHost } from "@/components/ui/web-address";
import { formatDay, formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { pageAlternates } from "@/lib/next/alternates";
import { orNotFound } from "@/lib/next/not-found";
import { getPublicArticle, type PublicArticle } from "@/lib/public/articles";
import { ArticleClaims } from "./_parts/article-claims";
import { ArticleText } from "./_parts/article-text";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

const titleOf = (article: PublicArticle, locale: LocaleId) =>
  pickText(
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
  const t = await getTranslations("article");
  return {
    title: titleOf(article, locale).text,
    description: t("description", { publisher: article.publisher, count: article.claims.length }),
    alternates: pageAlternates(`/articles/${slug}`, locale),
  };
}

/** An article's text with its claims marked, and a list of them. */
export default async function ArticlePage({ params }: PageProps) {
  const { locale, slug } = await params;
  const [t, nav, article] = [
    await getTranslations("article"),
    await getTranslations("nav"),
    await orNotFound(getPublicArticle(decodeURIComponent(slug))),
  ];
  const title = titleOf(article, locale);
  return (
    <article className="grid gap-8">
      <header className="grid max-w-4xl gap-3">
        <StaffLink href={`/desk/articles/${article.slug}`}>{nav("articleAtDesk")}</StaffLink>
        <p className="text-sm font-semibold text-soft">{t(`kind.${article.kind}`)}</p>
        <h1 className={clsx("font-serif font-medium", headingSize(title.text.length))}>
          <ForeignText as="span" language={title.language} className="block">
            {title.text}
          </ForeignText>
        </h1>
        {title.language !== article.language && (
          <p className="font-serif text-lg">
            <ForeignText language={article.language}>{article.title}</ForeignText>
          </p>
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
          {languageName(article.language, locale) && <> · {languageName(article.language, locale)}</>}
          {" · "}
          {t("retrieved", { date: formatDay(article.retrievedAt, locale) })}
        </p>
        <p className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
          {article.url && (
            <span>
              <a href={article.url} rel="noopener noreferrer">
                {t("original")}
              </a>{" "}
              <AddressHost address={article.url} />
            </span>
          )}
          {article.archiveUrl && (
            <span>
              <a href={article.archiveUrl} rel="noopener noreferrer">
                {t("archived")}
              </a>{" "}
              <AddressHost address={article.archiveUrl} />
            </span>
          )}
        </p>
        {Object.keys(article.disclosure).length > 0 && (
          <Notice title={t("disclosure")}>
            <LocalizedText texts={article.disclosure} locale={locale} lines={8} />
          </Notice>
        )}
      </header>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] xl:gap-x-24">
        <ArticleText article={article} locale={locale} />
        <div className="content-start lg:sticky lg:top-0 lg:grid lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:pt-4 lg:pb-8 print:max-h-none">
          <Section id="claims" title={t("claims", { count: article.claims.length })}>
            <ArticleClaims article={article} locale={locale} />
          </Section>
        </div>
      </div>
    </article>
  );
}
