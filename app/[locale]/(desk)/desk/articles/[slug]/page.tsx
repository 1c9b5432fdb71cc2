import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { MarkedText, type TextMark } from "@/components/article/marked-text";
import { ActionButton } from "@/components/ui/action-button";
import { buttonClass } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { PageHeader } from "@/components/ui/page-header";
import { type DeskArticle, getDeskArticle } from "@/lib/articles/queries";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { localPath } from "@/lib/i18n/paths";
import { sentences } from "@/lib/text/sentences";
import { deskContext } from "@/lib/web/desk-page";
import { orNotFound } from "@/lib/web/not-found";
import { staffPage } from "../../../staff-page";
import { ArchivedNotice } from "./_parts/archived-notice";
import { ArticleClaims } from "./_parts/article-claims";
import { ClaimMarker } from "./_parts/claim-marker";
import { archiveArticleAction } from "./actions";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

const read = cache(async (slug: string) =>
  orNotFound(getDeskArticle(await deskContext(`/desk/articles/${slug}`), decodeURIComponent(slug))),
);

/** The article's title. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  // What is wrong is said by the page: thrown here, it would leave the page empty without JavaScript.
  return { title: (await read((await params).slug).catch(() => null))?.title };
}

/** An article at the desk: its text with the claims made of it, in which further claims are marked. */
async function DeskArticlePage({ params }: PageProps) {
  const { locale, slug } = await params;
  const article = await read(slug);
  const [t, format] = [await getTranslations("marking"), await getFormatter()];
  const marks = article.marks.map((mark, index) => {
    const number = format.number(index + 1);
    return { ...mark, number, label: t("toClaim", { number }) };
  });
  return (
    <>
      <ArticleHeader article={article} locale={locale} />
      <div className="pb-6 empty:hidden">
        <ArchivedNotice article={article} locale={locale} />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-6">
          {article.archivedAt ? (
            <Text article={article} marks={marks} />
          ) : (
            <Marking article={article} marks={marks} locale={locale} />
          )}
        </div>
        <div className="self-start">
          <ArticleClaims marks={marks} isArchived={article.archivedAt !== null} locale={locale} />
        </div>
      </div>
    </>
  );
}

async function ArticleHeader({ article, locale }: { article: DeskArticle; locale: LocaleId }) {
  const t = await getTranslations("marking");
  return (
    <PageHeader
      title={<ForeignText language={article.language}>{article.title}</ForeignText>}
      intro={<ArticleFacts article={article} locale={locale} />}
    >
      <Link href={`/desk/articles/${article.slug}/edit`} className={buttonClass()}>
        {t("edit")}
      </Link>
      {!article.archivedAt && (
        <ActionButton action={archiveArticleAction} values={{ articleId: article.id }}>
          {t("archive")}
        </ActionButton>
      )}
    </PageHeader>
  );
}

type TextProps = { article: DeskArticle; marks: TextMark[] };

function Text({ article, marks }: TextProps) {
  const { text, language, direction } = article;
  return <MarkedText text={text} marks={marks} language={language} direction={direction} />;
}

/** The text, in which the words of further claims are selected. */
async function Marking({ article, marks, locale }: TextProps & { locale: LocaleId }) {
  const t = await getTranslations("marking");
  const path = `/desk/articles/${article.slug}/claims/new`;
  return (
    <>
      <div className="grid gap-1 text-sm text-soft">
        <p id="marking-help" className="noscript:hidden">
          {t("help")}
        </p>
        <p>
          <Link href={path} className="inline-flex min-h-8 items-center">
            {t("byTyping")}
          </Link>
        </p>
      </div>
      <ClaimMarker
        action={localPath(path, locale)}
        language={article.language}
        sentences={sentences(article.text, article.language)}
      >
        <Text article={article} marks={marks} />
      </ClaimMarker>
    </>
  );
}

async function ArticleFacts({ article, locale }: { article: DeskArticle; locale: LocaleId }) {
  const [kinds, t] = [await getTranslations("article.kind"), await getTranslations("marking")];
  return (
    <span className="text-sm">
      {kinds(article.kind)} · <bdi>{article.publisher}</bdi>
      {article.author && (
        <>
          {" · "}
          <bdi>{article.author}</bdi>
        </>
      )}
      {article.publishedOn && <> · {formatPartialDate(article.publishedOn, locale)}</>} ·{" "}
      {languageName(article.language, locale)} · {t(article.textPublic ? "wholePublic" : "excerptsPublic")}
    </span>
  );
}

export default staffPage(DeskArticlePage);
