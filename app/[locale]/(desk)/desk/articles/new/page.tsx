import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LanguageList } from "@/components/ui/language-list";
import { PageHeader } from "@/components/ui/page-header";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { staffPage } from "../../../staff-page";
import { NewArticleForm } from "./_parts/new-article-form";

type PageProps = { params: Promise<{ locale: LocaleId }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("articleForm"))("newTitle") };
}

/** Imports an article from pasted text. */
async function NewArticlePage({ params }: PageProps) {
  const [{ locale }, { actor }] = [await params, await deskContext("/desk/articles/new", "article.create")];
  const t = await getTranslations("articleForm");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("newTitle")} intro={t("newIntro")} />
      <LanguageList locale={locale} />
      <NewArticleForm actor={actor.id} locale={locale} />
    </div>
  );
}

export default staffPage(NewArticlePage);
