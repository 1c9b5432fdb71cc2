import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { LanguageList } from "@/components/ui/language-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { staffPage } from "../../../../staff-page";
import { articleValues } from "../../_parts/article-values";
import { ArchivedArticleNotice } from "../_parts/archived-article-notice";
import { EditArticleForm } from "./_parts/edit-article-form";

type PageProps = { params: Promise<{ locale: LocaleId; slug: string }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("articleForm"))("editTitle") };
}

/** Edits an article's metadata and text. */
async function EditArticlePage({ params }: PageProps) {
  const { locale, slug } = await params;
  const context = await deskContext(`/desk/articles/${slug}/edit`, "article.edit");
  const article = await orNotFound(getDeskArticle(context, decodeURIComponent(slug)));
  const [t, behind] = [await getTranslations("articleForm"), await getTranslations("quoteBehind")];
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("editTitle")}
        intro={
          <Link href={`/desk/articles/${article.slug}`}>
            <ForeignText language={article.language}>{article.title}</ForeignText>
          </Link>
        }
      />
      <div className="pb-6 empty:hidden">
        <ArchivedArticleNotice article={article} locale={locale} />
      </div>
      {article.outdatedQuotes.length > 0 && (
        <div className="pb-6">
          <Notice tone="warning" live title={behind("inArticle", { count: article.outdatedQuotes.length })}>
            <p>
              <Link href={`/desk/articles/${article.slug}#behind`}>{behind("toArticle")}</Link>
            </p>
          </Notice>
        </div>
      )}
      <LanguageList locale={locale} />
      {!article.archivedAt && (
        <EditArticleForm
          actor={context.actor.id}
          article={{ id: article.id, slug: article.slug, version: article.version }}
          initial={articleValues(article)}
        />
      )}
    </div>
  );
}

export default staffPage(EditArticlePage);
