import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { MarkedText, type TextMark } from "@/components/article/marked-text";
import { PreserveFocus } from "@/components/realtime/preserve-focus";
import { ActionButton } from "@/components/ui/action-button";
import { buttonClass } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { PageHeader } from "@/components/ui/page-header";
import { type DeskArticle, getDeskArticle } from "@/lib/desk/articles/queries";
import { getLatestSequence } from "@/lib/desk/realtime/queries";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { splitSentences } from "@/lib/text/sentences";
import { staffPage } from "../../../staff-page";
import { ArchivedArticleNotice } from "./_parts/archived-article-notice";
import { ArticleClaims } from "./_parts/article-claims";
import { ClaimMarker } from "./_parts/claim-marker";
import { OutdatedQuotes } from "./_parts/outdated-quotes";
import { SelectNotice } from "./_parts/select-notice";
import { archiveArticleAction } from "./actions";

type PageProps = {
  params: Promise<{ locale: LocaleId; slug: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
};

const readArticle = cache(async (slug: string) =>
  orNotFound(getDeskArticle(await deskContext(`/desk/articles/${slug}`), decodeURIComponent(slug))),
);

/** The article's title. */
export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  // The page shows the error: thrown here, it would leave the page empty without JavaScript.
  return { title: (await readArticle((await params).slug).catch(() => null))?.title };
}

/** An article at the desk: its text with its claims marked, in which editors select further claims. */
async function DeskArticlePage({ params, searchParams }: PageProps) {
  const [{ locale, slug }, { claim: chosen }] = [await params, await searchParams];
  const context = await deskContext(`/desk/articles/${slug}`);
  const since = await getLatestSequence(context);
  const article = await readArticle(slug);
  const [t, format] = [await getTranslations("marking"), await getFormatter()];
  const marks = article.marks.map((mark, index) => {
    const number = format.number(index + 1);
    return { ...mark, number, label: t("toClaim", { number }) };
  });
  // With `?claim=`, the selection becomes the new quote of that claim.
  const moved = article.outdatedQuotes.find((claim) => claim.slug === chosen && !claim.archived);
  return (
    <>
      <PreserveFocus renderKey={since} />
      <ArticleHeader article={article} locale={locale} />
      <div className="pb-6 empty:hidden">
        <ArchivedArticleNotice article={article} locale={locale} />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-6">
          {article.archivedAt ? (
            <Text article={article} marks={marks} />
          ) : (
            <Marking article={article} marks={marks} moved={moved} locale={locale} />
          )}
        </div>
        <div className="grid gap-10 self-start">
          <ArticleClaims
            marks={marks}
            showsHelp={article.archivedAt === null && article.outdatedQuotes.length === 0}
            locale={locale}
          />
          <OutdatedQuotes article={article} locale={locale} />
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
      intro={<ArticleDetails article={article} locale={locale} />}
    >
      {!article.archivedAt && (
        <>
          <Link href={`/desk/articles/${article.slug}/edit`} className={buttonClass()}>
            {t("edit")}
          </Link>
          <ActionButton id="archive-article" action={archiveArticleAction} values={{ articleId: article.id }}>
            {t("archive")}
          </ActionButton>
        </>
      )}
    </PageHeader>
  );
}

type TextProps = { article: DeskArticle; marks: TextMark[] };

function Text({ article, marks }: TextProps) {
  const { text, language, direction } = article;
  return <MarkedText text={text} marks={marks} language={language} direction={direction} />;
}

type MarkingProps = TextProps & { moved?: DeskArticle["outdatedQuotes"][number]; locale: LocaleId };

/** The text, in which an editor selects a further claim, or the new quote of `moved`. */
async function Marking({ article, marks, moved, locale }: MarkingProps) {
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
      {moved && <SelectNotice claim={moved} article={article} locale={locale} />}
      <ClaimMarker
        action={localPath(moved ? `/desk/claims/${moved.slug}` : path, locale)}
        purpose={moved ? "move" : "make"}
        language={article.language}
        sentences={splitSentences(article.text, article.language)}
      >
        <Text article={article} marks={marks} />
      </ClaimMarker>
    </>
  );
}

async function ArticleDetails({ article, locale }: { article: DeskArticle; locale: LocaleId }) {
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
      {article.publishedOn && <> · {formatPartialDate(article.publishedOn, locale)}</>}
      {languageName(article.language, locale) && <> · {languageName(article.language, locale)}</>}
      {" · "}
      {t(article.textPublic ? "wholePublic" : "excerptsPublic")}
    </span>
  );
}

export default staffPage(DeskArticlePage);
