"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { localeIds } from "@/lib/i18n/locales";
import { ArticleFields } from "../../../_parts/article-fields";
import { type ArticleValues, articleFormValues } from "../../../_parts/article-values";
import { editArticleAction } from "../actions";

type EditArticleFormProps = {
  actor: string;
  article: { id: string; slug: string; version: number };
  initial: ArticleValues;
};

const simple = [
  "title",
  "kind",
  "language",
  "publisher",
  "author",
  "url",
  "archiveUrl",
  "publishedOn",
  "text",
  "textPublic",
] as const;

/** The form that edits an article. */
export function EditArticleForm({ actor, article, initial }: EditArticleFormProps) {
  const t = useTranslations("articleForm");
  const names = [
    ...simple.map((name) => [name, t(name)]),
    ...localeIds.map((language) => [`disclosure.${language}`, t("disclosureIn", { language })]),
  ];
  return (
    <DeskForm
      action={editArticleAction}
      label={t("editForm")}
      submit={t("save")}
      draft={`draft:${actor}:article:${article.id}`}
      version={article.version}
      base={articleFormValues(initial)}
      names={Object.fromEntries(names)}
    >
      {(state) => (
        <>
          <input type="hidden" name="articleId" value={article.id} />
          <input type="hidden" name="slug" value={article.slug} />
          <ArticleFields state={state} initial={initial} />
        </>
      )}
    </DeskForm>
  );
}
