import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { LanguageList } from "@/components/ui/language-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Quotation } from "@/components/ui/quotation";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { listClaimChoices } from "@/lib/desk/claims/queries";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { staffPage } from "../../../../../staff-page";
import { quoteInRange, readSelectionRange } from "../../../../_parts/selection-range";
import { ArchivedArticleNotice } from "../../_parts/archived-article-notice";
import { NewClaimForm } from "./_parts/new-claim-form";

type PageProps = {
  params: Promise<{ locale: LocaleId; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newClaim"))("title") };
}

/**
 * Creates a claim from words of an article: selected ones (`start` and `end`, code points), or typed ones.
 */
async function NewClaimPage({ params, searchParams }: PageProps) {
  const [{ locale, slug }, range] = [await params, readSelectionRange(await searchParams)];
  const path = `/desk/articles/${slug}`;
  const context = await deskContext(
    `${path}/claims/new${range ? `?start=${range.start}&end=${range.end}` : ""}`,
    "claim.create",
  );
  const [article, choices] = await Promise.all([
    orNotFound(getDeskArticle(context, decodeURIComponent(slug))),
    listClaimChoices(context),
  ]);
  const t = await getTranslations("newClaim");
  const quote = range && quoteInRange(article.text, range);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("title")}
        intro={t.rich("from", {
          article: () => (
            <Link href={`/desk/articles/${article.slug}`}>
              <ForeignText language={article.language}>{article.title}</ForeignText>
            </Link>
          ),
        })}
      />
      <div className="grid gap-8">
        {quote && <Quotation language={article.language} {...quote} />}
        <ArchivedArticleNotice article={article} locale={locale} />
        {range && !quote && <Notice tone="warning">{t("noWords")}</Notice>}
        <LanguageList locale={locale} />
        {!article.archivedAt && (
          <NewClaimForm
            key={`${range?.start}-${range?.end}`}
            article={{ id: article.id, slug: article.slug, language: article.language }}
            selected={quote && { exact: quote.exact, start: quote.start }}
            initial={{
              quote: quote?.exact,
              language: isLocaleId(article.language) ? article.language : locale,
            }}
            choices={choices}
            actor={context.actor.id}
            locale={locale}
          />
        )}
      </div>
    </div>
  );
}

export default staffPage(NewClaimPage);
